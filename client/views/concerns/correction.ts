import type { Concern, ConcernChange, Precision } from '../../api/concerns.ts';
import { dayOf } from '../../day.ts';
import { concernOfDraft, emptyDraft, type IntakeDraft, placeOf } from './use-intake-draft.ts';

/** Fields of a concern that may be corrected. Contact and consent are the person's, what was done is the story's. */
const FIELDS = [
  'receivedOn',
  'channel',
  'language',
  'summary',
  'detail',
  'categoryId',
  'occurredFrom',
  'occurredTo',
  'frequency',
  'affectedGroups',
  'harms',
  'reporterType',
  'onBehalf',
] as const;

/** From the finest to the coarsest. */
const PRECISIONS: readonly Precision[] = ['exact', 'street', 'block_cell', 'neighbourhood', 'district_only'];

/** The form as the concern stands; its place is told anew or not at all, for it is kept coarser than it was told. */
export function draftOf(concern: Concern, zone: string): IntakeDraft {
  const { occurredFrom, occurredTo, consent, precision } = concern;
  const empty = emptyDraft(concern.receivedOn, concern.language);
  return {
    ...empty,
    channel: concern.channel,
    summary: concern.summary,
    detail: concern.detail,
    categoryId: concern.categoryId,
    place: { ...empty.place, precision: precision ?? empty.place.precision },
    from: occurredFrom === null ? '' : dayOf(occurredFrom, zone, 0),
    to: occurredTo === null ? '' : dayOf(occurredTo, zone, 0),
    frequency: concern.frequency,
    affectedGroups: concern.affectedGroups,
    harms: concern.harms,
    reporterType: concern.reporterType,
    onBehalf: concern.onBehalf,
    ...consent,
  };
}

/** What was corrected and nothing else: whoever sees a month must not write its first day over a day. */
export function correctionOf(
  before: IntakeDraft,
  after: IntakeDraft,
  zone: string,
  isNewPlace: boolean,
): ConcernChange {
  const [was, is] = [concernOfDraft(before, zone, false), concernOfDraft(after, zone, false)];
  const changed = FIELDS.filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
  const place = placeOf(after.place);
  return {
    ...Object.fromEntries(changed.map((field) => [field, is[field]])),
    ...(isNewPlace && { place: place ? { ...place, chosenBy: 'staff' } : null }),
  };
}

/** How exactly whoever corrects may tell the place: no finer than was chosen by whoever raised it. */
export function precisionsFor({
  chosenBy,
  precision,
}: Pick<Concern, 'chosenBy' | 'precision'>): readonly Precision[] {
  if (chosenBy !== 'reporter' || precision === null) return PRECISIONS;
  return PRECISIONS.slice(PRECISIONS.indexOf(precision));
}
