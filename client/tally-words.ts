import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { Verdict, Verification } from './api/commitments.ts';
import { NO_TALLY, sumOf, type Tally, type TallyByGroup, type TallyGroup } from './tally-by-group.ts';
import { outcomeOf, VERDICT_WORDS, VERDICTS } from './verdict-words.ts';

export const TALLY_GROUP_WORDS: Record<TallyGroup, MessageDescriptor> = defineMessages({
  women: { id: 'tally.group.women', defaultMessage: 'Women' },
  men: { id: 'tally.group.men', defaultMessage: 'Men' },
  youth: { id: 'tally.group.youth', defaultMessage: 'Young people' },
  older: { id: 'tally.group.older', defaultMessage: 'Older people' },
  minority: { id: 'tally.group.minority', defaultMessage: 'Minorities' },
  other: { id: 'tally.group.other', defaultMessage: 'Others' },
});
// The keys of the record are the groups; Object.keys forgets it.
export const TALLY_GROUPS = Object.keys(TALLY_GROUP_WORDS) as TallyGroup[];

type Word = 'group' | 'all' | 'rest' | 'meeting' | 'reports' | 'dissent';
const WORDS: Readonly<Record<Word, MessageDescriptor>> = defineMessages({
  group: { id: 'tally.group', defaultMessage: 'Group' },
  all: { id: 'tally.all', defaultMessage: 'All' },
  rest: { id: 'tally.rest', defaultMessage: 'In no group' },
  meeting: { id: 'tally.said.meeting', defaultMessage: 'What residents said at the meeting of {day}' },
  reports: { id: 'tally.said.reports', defaultMessage: 'What residents reported by {day}' },
  dissent: {
    id: 'tally.dissent',
    defaultMessage: '{group}, counted by themselves: {theirs}. All together: {all}.',
  },
});

export interface TallyRow {
  readonly id: string;
  readonly name: string;
  readonly figures: readonly string[];
}

/** What the columns of a tally are called, the one of the groups first. */
export const tallyColumns = (intl: IntlShape): string[] => [
  intl.formatMessage(WORDS.group),
  ...VERDICTS.map((verdict) => intl.formatMessage(VERDICT_WORDS[verdict])),
];

/** The day and how it was asked. */
export function tallyTitle(intl: IntlShape, { basis, heldOn }: Pick<Verification, 'basis' | 'heldOn'>) {
  const day = intl.formatDate(heldOn, { dateStyle: 'medium', timeZone: 'UTC' });
  return intl.formatMessage(basis === 'meeting' ? WORDS.meeting : WORDS.reports, { day });
}

/** Each group beside the others, whoever was counted in none, and all: counts, so that no list is averaged into another. */
export function tallyRows(intl: IntlShape, said: Tally & { byGroup: Verification['byGroup'] }): TallyRow[] {
  const groups = groupsOf(said.byGroup);
  const inGroups = sumOf(groups);
  const rest: Tally = { ...NO_TALLY };
  for (const verdict of VERDICTS) rest[verdict] = said[verdict] - inGroups[verdict];
  const row = (id: string, name: string, tally: Tally): TallyRow => ({
    id,
    name,
    figures: VERDICTS.map((verdict) => intl.formatNumber(tally[verdict])),
  });
  const isGrouped = Object.keys(groups).length > 0;
  const isRest = isGrouped && VERDICTS.some((verdict) => rest[verdict] > 0);
  return [
    ...entriesOf(groups).map(([group, tally]) =>
      row(group, intl.formatMessage(TALLY_GROUP_WORDS[group]), tally),
    ),
    ...(isRest ? [row('rest', intl.formatMessage(WORDS.rest), rest)] : []),
    row('all', intl.formatMessage(WORDS.all), said),
  ];
}

const VERDICT_OF = {
  verified: 'done',
  partly_verified: 'partly',
  not_verified: 'notDone',
} as const satisfies Record<Verification['outcome'], Verdict>;

/** Groups that by themselves come to something else than all together. */
export function tallyDissent(
  intl: IntlShape,
  { byGroup, outcome }: Pick<Verification, 'byGroup' | 'outcome'>,
): string[] {
  const word = (state: typeof outcome) => intl.formatMessage(VERDICT_WORDS[VERDICT_OF[state]]);
  return entriesOf(groupsOf(byGroup)).flatMap(([group, tally]) => {
    const theirs = outcomeOf(tally);
    if (theirs === null || theirs === outcome) return [];
    const name = intl.formatMessage(TALLY_GROUP_WORDS[group]);
    return [intl.formatMessage(WORDS.dissent, { group: name, theirs: word(theirs), all: word(outcome) })];
  });
}

/** In the order of the form. */
const groupsOf = (byGroup: Verification['byGroup']): TallyByGroup =>
  Object.fromEntries(
    TALLY_GROUPS.flatMap((group) => (Object.hasOwn(byGroup, group) ? [[group, byGroup[group]]] : [])),
  );

const entriesOf = (groups: TallyByGroup): [TallyGroup, Tally][] =>
  TALLY_GROUPS.flatMap((group): [TallyGroup, Tally][] => {
    const tally = groups[group];
    return tally ? [[group, tally]] : [];
  });
