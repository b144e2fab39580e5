/** What a reader of a result must know, for a program: the words belong to the reader's language. */
export interface Warning {
  readonly code: string;
  /** What the code is about: a number of incidents, metres, a share. */
  readonly value: number;
}
