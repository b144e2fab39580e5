/**
 * What is being written of a concern, kept until it is sent or given up: loading the page again loses no words. It ends with
 * the page and with the meeting, and no photo is in it.
 */
import type { ConcernSending } from './outbox.ts';
import { type Position, PRECISIONS, type Precision } from './place.ts';

const KEPT_AS = 'common-ground-concern';
export const MOST_SIGNS = 500;

export interface ConcernDraft {
  readonly summary: string;
  readonly categoryId: number | null;
  readonly position: Position | null;
  readonly precision: Precision;
}

export const NOTHING_WRITTEN: ConcernDraft = {
  summary: '',
  categoryId: null,
  position: null,
  precision: 'street',
};

/** Of one that was refused, to be changed. */
export function draftOf({ concern: { summary, categoryId, place } }: ConcernSending): ConcernDraft {
  return { summary, categoryId, position: place?.position ?? null, precision: precisionOf(place?.precision) };
}

export function keepDraft(draft: ConcernDraft): void {
  const { summary, categoryId, position } = draft;
  const isEmpty = summary.trim() === '' && categoryId === null && position === null;
  try {
    sessionStorage.setItem(KEPT_AS, isEmpty ? '' : JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: it holds as long as the page is open.
  }
}

export const forgetDraft = (): void => keepDraft(NOTHING_WRITTEN);

/** Null: nothing was kept, or nothing that can be used. */
export function keptDraft(): ConcernDraft | null {
  try {
    return read(Object(JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '')));
  } catch {
    return null;
  }
}

function read({ summary, categoryId, position, precision }: Record<string, unknown>): ConcernDraft | null {
  if (typeof summary !== 'string') return null;
  const [lon, lat]: unknown[] = Array.isArray(position) ? position : [];
  return {
    summary: summary.slice(0, MOST_SIGNS),
    categoryId: typeof categoryId === 'number' ? categoryId : null,
    position: typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null,
    precision: precisionOf(precision),
  };
}

const precisionOf = (value: unknown): Precision =>
  PRECISIONS.find((one) => one === value) ?? NOTHING_WRITTEN.precision;
