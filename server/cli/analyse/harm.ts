/** Harm beside counts: the same weights and guards in every method that sums them. */
import { type HarmWeights, harmWeights } from '../../../analysis/harm-weights.ts';
import type { Warning } from '../../../analysis/warning.ts';
import { type Column, notNegative, pickRows } from './column.ts';
import { optionalColumn, text } from './option.ts';

export const TABLE_VERSION = text({ about: 'version of the table of weights', standard: 'not said' });

export const HARM = {
  weight: optionalColumn(
    'column of the harm of each incident, to be summed beside the counts; blank where the table says nothing of its kind',
    { blanks: true },
  ),
  'table-version': TABLE_VERSION,
};

/** Each row is of a kind of its own. @param rows those that are left; null for all. */
export function harmOfRows(weight: Column, rows: Uint32Array | null, version: string): HarmWeights {
  const weights = notNegative(pickRows(weight, rows));
  return harmWeights(Uint32Array.from(weights.keys()), { version, weights });
}

/** What is said of the harm, without its list. */
export function harmFigures({ n, unweighted, total, largestShare, refusal, tableVersion }: HarmWeights) {
  return { weighted: n, unweighted, total, largestShare, refusal, tableVersion };
}

/** Sums are given in any case; a refusal says that no surface may be made of them. */
export function harmWarnings({ n, unweighted, refusal }: HarmWeights): Warning[] {
  const warnings: Warning[] = [];
  if (unweighted > 0) warnings.push({ code: 'kinds-without-weight', value: unweighted });
  if (refusal !== null) warnings.push({ code: refusal, value: n });
  return warnings;
}
