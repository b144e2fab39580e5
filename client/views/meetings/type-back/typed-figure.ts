import { latinDigits } from '../sheets/dot-grid.ts';

/** A whole number as it was typed, in the digits of any keyboard; null for nothing, NaN for what is none. */
export function figureIn(text: string | undefined): number | null {
  const plain = latinDigits(text ?? '').trim();
  if (plain === '') return null;
  return /^\d{1,5}$/.test(plain) ? Number(plain) : Number.NaN;
}

/** A box that was marked: with a cross, a tick or a 1; null for an empty one or a 0, NaN for anything else. */
export function crossIn(text: string | undefined): number | null {
  const plain = latinDigits(text ?? '')
    .trim()
    .toLowerCase();
  if (plain === '' || plain === '0') return null;
  return ['1', 'x', '✓', '✗', '×', '+'].includes(plain) ? 1 : Number.NaN;
}
