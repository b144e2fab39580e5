import type { IntlShape } from 'react-intl';
import type { MinutesSection } from '../../api/minutes.ts';
import { type Block, facts, heading, plain, quiet } from '../../documents/model.ts';
import {
  ANSWER_WORDS,
  DECISION_WORDS,
  RESULT_WORDS,
  VOICE_WORDS,
  VOTE_KIND_WORDS,
  VOTE_WORDS,
} from './minutes-vote-words.ts';

type Agenda = Extract<MinutesSection, { id: 'agenda' }>;
export type Voted = Agenda['beside'];
type Decision = Voted['decisions'][number];
export type CountedBallot = Voted['ballots'][number];

/** What was decided and how people voted under one heading; nothing where neither was done. */
export function votedBlocks(intl: IntlShape, title: string, { decisions, ballots }: Voted): Block[] {
  if (decisions.length + ballots.length === 0) return [];
  return [
    heading(title),
    ...decisions.flatMap((one) => decisionBlocks(intl, one)),
    ...ballots.flatMap((one) => ballotBlocks(intl, one)),
  ];
}

/** A list of a session, with what the session is called. */
export interface NamedList {
  readonly who: string;
  readonly ballot: CountedBallot;
}

const LISTS: readonly CountedBallot['kind'][] = ['dots', 'ranking', 'hands'];

/** The lists of a round, each by itself: a column for each, and nothing where there is no session. */
export function listBlocks(intl: IntlShape, own: readonly Voted[], sessions: readonly NamedList[]): Block[] {
  if (sessions.length === 0) return [];
  const who = intl.formatMessage(VOTE_WORDS.sideThis);
  const ofMeeting = own
    .flatMap(({ ballots }) => ballots)
    .filter(({ kind }) => LISTS.includes(kind))
    .map((ballot) => ({ who, ballot }));
  const lists = [...ofMeeting, ...sessions].map(({ who: name, ballot }) => ({
    name: intl.formatMessage(VOTE_WORDS.sideList, { who: name, question: questionOf(intl, ballot) }),
    choices: choicesOf(intl, ballot).map(({ id, text }) =>
      intl.formatMessage(VOTE_WORDS.sideChoice, { text, points: pointsIn(ballot.result.counts, id) }),
    ),
  }));
  const most = Math.max(...lists.map(({ choices }) => choices.length));
  return [
    heading(intl.formatMessage(VOTE_WORDS.sideBySide)),
    {
      kind: 'table',
      label: intl.formatMessage(VOTE_WORDS.sideTable),
      columns: [intl.formatMessage(VOTE_WORDS.sidePlace), ...lists.map(({ name }) => name)],
      rows: Array.from({ length: most }, (_, place) => [
        intl.formatNumber(place + 1),
        ...lists.map(({ choices }) => choices[place] ?? '–'),
      ]),
      figures: false,
    },
  ];
}

function decisionBlocks(intl: IntlShape, decision: Decision): Block[] {
  const { text, kind, result, about, after, quorum } = decision;
  const row = (name: keyof typeof VOTE_WORDS, said: string) => ({
    name: intl.formatMessage(VOTE_WORDS[name]),
    text: said,
  });
  const decided = { result: worded(intl, RESULT_WORDS, result), text };
  return [
    { kind: 'text', text: intl.formatMessage(VOTE_WORDS.decided, decided), tone: 'verdict' },
    ...facts([
      row('decisionKind', worded(intl, DECISION_WORDS, kind)),
      row('about', about),
      row('how', howText(intl, decision)),
      row('after', after ? questionOf(intl, after) : ''),
      row('byGroup', groupsText(intl, decision)),
      row('quorum', quorumText(intl, quorum)),
    ]),
  ];
}

function howText(intl: IntlShape, { how, for: pro, against, abstain }: Decision): string {
  if (how === 'consensus') return intl.formatMessage(VOTE_WORDS.consensus);
  if (pro === null || against === null) return intl.formatMessage(VOTE_WORDS.byVote);
  return intl.formatMessage(VOTE_WORDS.byVotes, { for: pro, against, abstain: abstain ?? 0 });
}

const groupsText = (intl: IntlShape, { byGroup }: Decision): string =>
  byGroup
    .map((one) => intl.formatMessage(VOTE_WORDS.groupVotes, { ...one, group: groupName(intl, one.group) }))
    .join('\n');

function quorumText(intl: IntlShape, { needed, present, met }: Decision['quorum']): string {
  if (needed === null) return present === null ? '' : intl.formatMessage(VOTE_WORDS.presentOnly, { present });
  if (present === null) return intl.formatMessage(VOTE_WORDS.quorumUncounted, { needed });
  return intl.formatMessage(met ? VOTE_WORDS.quorumMet : VOTE_WORDS.quorumMissed, { needed, present });
}

/** The counts of all and, beside them, of each group that may be shown: never one sum of several. */
function ballotBlocks(intl: IntlShape, ballot: CountedBallot): Block[] {
  const { result, quorum } = ballot;
  const columns = result.byGroup.map(({ group, voices }) =>
    intl.formatMessage(VOTE_WORDS.voiced, { group: groupName(intl, group), voices }),
  );
  const members = quorumText(intl, quorum);
  const groups = intl.formatList(result.merged.map((group) => groupName(intl, group)));
  return [
    {
      kind: 'table',
      label: intl.formatMessage(VOTE_WORDS.voteTable, {
        question: questionOf(intl, ballot),
        kind: kindText(intl, ballot),
      }),
      columns: [intl.formatMessage(VOTE_WORDS.choice), intl.formatMessage(VOTE_WORDS.all), ...columns],
      rows: choicesOf(intl, ballot).map(({ id, text }) => [
        text,
        ...[result, ...result.byGroup].map(({ counts }) => intl.formatNumber(pointsIn(counts, id))),
      ]),
      figures: true,
    },
    quiet(intl.formatMessage(VOTE_WORDS.voices, { devices: result.devices, typed: result.typed })),
    ...(groups === '' ? [] : [quiet(intl.formatMessage(VOTE_WORDS.merged, { groups }))]),
    ...(members === '' ? [] : [plain(intl.formatMessage(VOTE_WORDS.membersThere, { quorum: members }))]),
  ];
}

/** What was chosen from: what has the most first, except where the answers have an order of their own. */
function choicesOf(intl: IntlShape, { options, result }: CountedBallot): { id: string; text: string }[] {
  if (options.length === 0)
    return result.counts.map(({ option }) => ({ id: option, text: worded(intl, ANSWER_WORDS, option) }));
  return options
    .map(({ id, text, texts }) => ({ id, text: texts[intl.locale] || text }))
    .sort((a, b) => pointsIn(result.counts, b.id) - pointsIn(result.counts, a.id));
}

const pointsIn = (counts: CountedBallot['result']['counts'], id: string): number =>
  counts.find(({ option }) => option === id)?.points ?? 0;

const kindText = (intl: IntlShape, { kind, dotsEach, options }: CountedBallot): string => {
  const words = VOTE_KIND_WORDS[kind];
  return words ? intl.formatMessage(words, { dotsEach, most: options.length }) : kind;
};

const questionOf = (intl: IntlShape, { question, questions }: NonNullable<Decision['after']>): string =>
  questions[intl.locale] || question;

const groupName = (intl: IntlShape, group: string | null): string =>
  group === null ? intl.formatMessage(VOTE_WORDS.rest) : worded(intl, VOICE_WORDS, group);

function worded(intl: IntlShape, words: typeof VOICE_WORDS, code: string): string {
  const word = words[code];
  return word ? intl.formatMessage(word) : code;
}
