/** Lets one piece of asynchronous work at a time pass, in the order they came. */
export class TurnTaking {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn; the caller must call what it gets when done. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let release: () => void = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}
