/** What a command says, and the code it ends with: 0 done, 1 failed, 2 wrong usage. */
export interface Outcome {
  code: 0 | 1 | 2;
  text: string;
}
