/** What a number field says while somebody types in it. */

export interface Typing {
  /** What stood there when the typing began: it stands again when what is typed comes to nothing. */
  readonly base: number;
  /** What was said last. */
  readonly told: number;
}

export interface Limits {
  minValue?: number | undefined;
  maxValue?: number | undefined;
}

/**
 * The number to say after a key: what is typed as soon as it is one that may stand there, none when the field is empty, and
 * what stood there before as long as it is neither.
 */
export function typedNumber(
  text: string,
  parsed: number,
  before: Typing,
  { minValue = Number.NEGATIVE_INFINITY, maxValue = Number.POSITIVE_INFINITY }: Limits,
): Typing {
  if (text.trim() === '') return { base: before.base, told: Number.NaN };
  const mayStand = !Number.isNaN(parsed) && parsed >= minValue && parsed <= maxValue;
  return { base: before.base, told: mayStand ? parsed : before.base };
}
