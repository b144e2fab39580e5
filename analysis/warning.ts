/**
 * What a reader of a result must know, for a program: the words belong to the reader's language. All methods warn in this
 * form; each names its codes beside its `warnings`.
 */
export interface Warning {
  /** Lower case with underscores. */
  readonly code: string;
  /** What the code is about: a number of incidents, metres, a share. */
  readonly value: number;
}
