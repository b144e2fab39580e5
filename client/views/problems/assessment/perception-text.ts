import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import { ANSWERS_FLOOR } from '../../../../analysis/proportions.ts';
import type { GroupShare, Perception, PerceptionRow } from './perception.ts';
import type { TextTable } from './result-figures.tsx';
import {
  ENUMERATOR_WORDS,
  QUESTION_WORDS,
  SAMPLING_WORDS,
  SURVEY_GROUP_WORDS,
  type SurveyRound,
  TIMING_WORDS,
} from './survey-words.ts';

const WORDS = defineMessages({
  title: { id: 'perception.title', defaultMessage: 'What people said, before and after' },
  group: { id: 'perception.group', defaultMessage: 'Group' },
  before: { id: 'perception.before', defaultMessage: 'Before' },
  after: { id: 'perception.after', defaultMessage: 'After' },
  difference: { id: 'perception.difference', defaultMessage: 'Difference in points' },
  axis: { id: 'perception.axis', defaultMessage: 'Share that said yes' },
  limits: { id: 'perception.limits', defaultMessage: 'what chance leaves open (95 %)' },
  share: {
    id: 'perception.share',
    defaultMessage: '{share, number, ::percent} ({yes, number} of {n, number}; {low} to {high})',
  },
  tooFew: {
    id: 'perception.few',
    defaultMessage: 'fewer than {floor, number} answered: too few to say',
  },
  points: { id: 'perception.points', defaultMessage: '{points} ({low} to {high})' },
  chance: { id: 'perception.chance', defaultMessage: '{points}: can be chance' },
  period: { id: 'perception.period', defaultMessage: '{from} to {to}' },
  refused: {
    id: 'perception.refused',
    defaultMessage: '{count, plural, =0 {nobody refused} one {# person refused} other {# persons refused}}',
  },
  round: { id: 'perception.round', defaultMessage: '{timing}: {facts}' },
  wording: { id: 'perception.wording', defaultMessage: 'Put as: {text}' },
  general: {
    id: 'perception.note',
    defaultMessage:
      'Each group by itself, with the 95 % interval of its share (Wilson) and of the difference (Newcombe), as if other people had been asked each time.',
  },
  clusters: {
    id: 'perception.note.clusters',
    defaultMessage:
      'Several of one household or block were asked: the intervals are those of a sample smaller by a factor of 1.5.',
  },
  convenience: {
    id: 'perception.note.convenience',
    defaultMessage:
      'Those who came were asked. The shares are of people who came, and cannot be generalised to all residents, however narrow the interval.',
  },
  quota: {
    id: 'perception.note.quota',
    defaultMessage:
      'People were found by quota: the intervals take them for drawn at random, and are too narrow.',
  },
  differently: {
    id: 'perception.note.differently',
    defaultMessage:
      'Before and after were not asked in the same way (questionnaire, words or how people were found): the difference may come from that.',
  },
  onlyAfter: {
    id: 'perception.note.only-after',
    defaultMessage: 'Nobody was asked before: whether it changed cannot be said.',
  },
  onlyBefore: {
    id: 'perception.note.only-before',
    defaultMessage: 'Nobody has been asked after yet: whether it changed cannot be said.',
  },
});

/** Plain descriptors: which values each takes stands beside it. */
export const PERCEPTION_WORDS: Readonly<Record<keyof typeof WORDS, MessageDescriptor>> = WORDS;

/** One question as texts: the same on the screen, on paper and in the document. */
export interface PerceptionText {
  readonly table: TextTable;
  readonly rounds: readonly string[];
  readonly notes: readonly string[];
}

export function perceptionText(intl: IntlShape, perception: Perception): PerceptionText {
  const { item, rounds, rows } = perception;
  const asked = [rounds.before, rounds.after].filter((round) => round !== null);
  const wordings = [...new Set(asked.flatMap((round) => wordingOf(intl, round, item)))];
  const word = (key: keyof typeof WORDS) => intl.formatMessage(PERCEPTION_WORDS[key]);
  return {
    table: {
      label: intl.formatMessage(QUESTION_WORDS[item]),
      columns: [word('group'), word('before'), word('after'), word('difference')],
      rows: rows.map((row) => ({
        id: row.group,
        name: intl.formatMessage(SURVEY_GROUP_WORDS[row.group]),
        figures: [shareText(intl, row.before), shareText(intl, row.after), differenceText(intl, row)],
      })),
    },
    rounds: [...asked.map((round) => roundText(intl, round)), ...wordings],
    notes: notesOf(perception).map(word),
  };
}

export function shareText(intl: IntlShape, share: GroupShare): string {
  if (share === null) return '–';
  if (!share.shown) return intl.formatMessage(PERCEPTION_WORDS.tooFew, { floor: ANSWERS_FLOOR });
  const { n, yes, interval } = share;
  const [low, high] = interval.map((end) => percent(intl, end));
  return intl.formatMessage(PERCEPTION_WORDS.share, { share: share.share, yes, n, low, high });
}

/** Of two shares in per cent, the difference is in points. */
function differenceText(intl: IntlShape, { before, after, difference }: PerceptionRow): string {
  if (difference === null)
    return before === null || after === null
      ? '–'
      : intl.formatMessage(PERCEPTION_WORDS.tooFew, { floor: ANSWERS_FLOOR });
  const [least, most] = difference.interval;
  const [points, low, high] = [difference.difference, least, most].map((share) =>
    intl.formatNumber(share * 100, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }),
  );
  const text = intl.formatMessage(PERCEPTION_WORDS.points, { points, low, high });
  return least <= 0 && most >= 0 ? intl.formatMessage(PERCEPTION_WORDS.chance, { points: text }) : text;
}

const percent = (intl: IntlShape, share: number): string =>
  intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });

/** When it was held, and who asked whom. */
export function roundText(intl: IntlShape, round: SurveyRound): string {
  const { timing, from, to, sampling, refusals, enumerators, instrument } = round;
  const day = (text: string | null) =>
    text === null ? '–' : intl.formatDate(text, { dateStyle: 'medium', timeZone: 'UTC' });
  const said = [
    from || to ? intl.formatMessage(PERCEPTION_WORDS.period, { from: day(from), to: day(to) }) : '',
    intl.formatMessage(SAMPLING_WORDS[sampling]),
    refusals === null ? '' : intl.formatMessage(PERCEPTION_WORDS.refused, { count: refusals }),
    enumerators ? intl.formatMessage(ENUMERATOR_WORDS[enumerators]) : '',
    instrument,
  ];
  const facts = said.filter(Boolean).join(' · ');
  return intl.formatMessage(PERCEPTION_WORDS.round, {
    timing: intl.formatMessage(TIMING_WORDS[timing]),
    facts,
  });
}

function wordingOf(intl: IntlShape, { questions }: SurveyRound, item: Perception['item']): string[] {
  const text = questions.find((one) => one.item === item)?.wording;
  return text ? [intl.formatMessage(PERCEPTION_WORDS.wording, { text })] : [];
}

function notesOf({ rounds: { before, after }, isAskedDifferently }: Perception): (keyof typeof WORDS)[] {
  const asked = [before, after].filter((round) => round !== null);
  const some = (isSo: (round: SurveyRound) => boolean) => asked.some(isSo);
  return [
    ...(some(({ sampling }) => sampling === 'convenience') ? (['convenience'] as const) : []),
    ...(some(({ sampling }) => sampling === 'quota') ? (['quota'] as const) : []),
    ...(isAskedDifferently ? (['differently'] as const) : []),
    ...(before === null ? (['onlyAfter'] as const) : []),
    ...(after === null ? (['onlyBefore'] as const) : []),
    ...(some(({ inClusters }) => inClusters) ? (['clusters'] as const) : []),
    'general',
  ];
}
