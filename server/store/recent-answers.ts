const KEPT = 8;

/** Keeps the last few answers, and lets those who ask the same at the same time share one. */
export class RecentAnswers<Answer> {
  readonly #answers = new Map<string, Promise<Answer>>();

  get(question: string, find: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(question);
    if (known) {
      // Asked again: the youngest now.
      this.#answers.delete(question);
      this.#answers.set(question, known);
      return known;
    }
    const answer = find();
    this.#answers.set(question, answer);
    answer.catch(() => this.#answers.delete(question));
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value ?? question);
    return answer;
  }
}
