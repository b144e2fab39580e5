import { useState } from 'react';
import type {
  AffectedGroup,
  Channel,
  Frequency,
  Harm,
  NewConcern,
  Pathway,
  ReporterType,
} from '../../api/concerns.ts';
import { startOfDay } from '../../day.ts';
import type { PlaceDraft } from './place-field.tsx';

/** What stands in the form while somebody fills it in. */
export interface IntakeDraft {
  receivedOn: string;
  channel: Channel;
  language: string;
  summary: string;
  detail: string;
  categoryId: number | null;
  place: PlaceDraft;
  /** Days; empty when not told. */
  from: string;
  to: string;
  frequency: Frequency;
  affectedGroups: AffectedGroup[];
  harms: Harm[];
  reporterType: ReporterType;
  onBehalf: boolean;
  answerMe: boolean;
  contactMe: boolean;
  publishSummary: boolean;
  contact: string;
  isProtected: boolean;
  pathway: Pathway | null;
}

export function emptyDraft(today: string, language: string): IntakeDraft {
  return {
    receivedOn: today,
    channel: 'meeting',
    language,
    summary: '',
    detail: '',
    categoryId: null,
    place: { how: 'map', position: null, areaId: null, precision: 'street' },
    from: '',
    to: '',
    frequency: 'unknown',
    affectedGroups: [],
    harms: [],
    reporterType: 'resident',
    onBehalf: false,
    answerMe: false,
    contactMe: false,
    publishSummary: false,
    contact: '',
    isProtected: false,
    pathway: null,
  };
}

export function useIntakeDraft(today: string, language: string) {
  const [draft, setDraft] = useState(() => emptyDraft(today, language));
  return {
    draft,
    set: (change: Partial<IntakeDraft>) => setDraft((before) => ({ ...before, ...change })),
    setPlace: (change: Partial<PlaceDraft>) =>
      setDraft((before) => ({ ...before, place: { ...before.place, ...change } })),
    /** The next one of the same meeting, channel and language. */
    startOver: () =>
      setDraft(({ receivedOn, channel, language: spoken }) => ({
        ...emptyDraft(receivedOn, spoken),
        channel,
      })),
  };
}

/** Of what is protected nothing is sent but the day and the pathway. */
export function concernOfDraft(draft: IntakeDraft, zone: string, wordsChecked: boolean): NewConcern {
  const { receivedOn, channel, pathway } = draft;
  if (draft.isProtected) return { receivedOn, channel, isProtected: true, pathway };
  const { place, from, to, answerMe, contactMe, publishSummary, isProtected: _, ...fields } = draft;
  return {
    ...fields,
    pathway: null,
    place: placeOf(place),
    occurredFrom: (from && startOfDay(from, zone, 0)) || null,
    occurredTo: (to && startOfDay(to, zone, 0)) || null,
    consent: { answerMe, contactMe, publishSummary },
    wordsChecked,
  };
}

export function placeOf({ how, position, areaId, precision }: PlaceDraft): NewConcern['place'] {
  if (how === 'map' && position) return { precision, chosenBy: 'reporter', position, areaId: null };
  if (how === 'area' && areaId !== null)
    return { precision: 'neighbourhood', chosenBy: 'reporter', position: null, areaId };
  return null;
}
