import type { IntlShape } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../agenda-item-words.ts';
import type { Minutes, MinutesSection } from '../../api/minutes.ts';
import {
  type Block,
  type FactRow,
  type FilePart,
  facts,
  type PaperFile,
  plain,
} from '../../documents/model.ts';
import { VOTE_WORDS } from './minutes-vote-words.ts';
import {
  ITEM_STATE_WORDS,
  MEETING_WORDS,
  MINUTES_WORDS,
  OPEN_WORDS,
  PROMISE_WORDS,
  SECTION_WORDS,
} from './minutes-words.ts';
import { listBlocks, votedBlocks } from './vote-blocks.ts';

export interface MinutesSources {
  readonly minutes: Minutes;
  readonly workspace: string;
  readonly zone: string;
  readonly direction: PaperFile['direction'];
  readonly isForEverybody: boolean;
}

/** What it is written with: the words of a language, and the calendar of the workspace. */
interface Pen {
  readonly intl: IntlShape;
  readonly zone: string;
}

/** The minutes as a document in the language of `intl`: the record, or what was written in its place in that language. */
export function minutesFile(intl: IntlShape, sources: MinutesSources): PaperFile {
  const { minutes, workspace, zone, direction, isForEverybody } = sources;
  const pen = { intl, zone };
  const meeting = minutes.sections.find((one) => one.id === 'meeting');
  const [startsAt, committee] = meeting ? [meeting.startsAt, meeting.committee] : ['', ''];
  const { forEverybody, forCommittee } = MINUTES_WORDS;
  return {
    language: intl.locale,
    direction,
    ref: startsAt === '' ? '' : day(pen, startsAt),
    title: intl.formatMessage(MINUTES_WORDS.title, { committee }),
    workspace,
    confidentiality: intl.formatMessage(isForEverybody ? forEverybody : forCommittee),
    cover: [{ name: intl.formatMessage(MINUTES_WORDS.state), text: stateText(pen, minutes) }],
    parts: [
      ...minutes.sections.map((section) => ({
        id: section.id,
        title: intl.formatMessage(SECTION_WORDS[section.id]),
        blocks: writtenBlocks(minutes, section, intl.locale) ?? recordBlocks(pen, section),
      })),
      ...notesPart(pen, minutes),
    ],
  };
}

export function stateText(pen: Pen, { state, approvedBy }: Minutes): string {
  if (state === 'approved' && approvedBy !== null)
    return pen.intl.formatMessage(MINUTES_WORDS.approved, { day: day(pen, approvedBy.startsAt) });
  return pen.intl.formatMessage(state === 'closed' ? MINUTES_WORDS.closed : MINUTES_WORDS.draft);
}

export function writtenText({ texts }: Minutes, section: MinutesSection, language: string): string {
  return texts.find((one) => one.section === section.id && one.language === language)?.text ?? '';
}

function writtenBlocks(minutes: Minutes, section: MinutesSection, language: string): Block[] | null {
  const text = writtenText(minutes, section, language);
  return text === '' ? null : [plain(text)];
}

/** A section as it was recorded. */
export function recordBlocks(pen: Pen, section: MinutesSection): Block[] {
  const { intl } = pen;
  switch (section.id) {
    case 'meeting':
      return facts(meetingRows(pen, section));
    case 'attendance':
      return attendanceBlocks(pen, section);
    case 'earlier_minutes':
      return section.approved.length === 0
        ? [plain(intl.formatMessage(MINUTES_WORDS.noneApproved))]
        : section.approved.map((at) =>
            plain(intl.formatMessage(MINUTES_WORDS.approvedHere, { day: day(pen, at) })),
          );
    case 'reviewed':
      return reviewedBlocks(pen, section);
    case 'agenda':
      return agendaBlocks(pen, section);
    case 'promised':
      return promisedBlocks(pen, section);
    case 'next':
      return [
        plain(
          section.at === null
            ? intl.formatMessage(MINUTES_WORDS.noNext)
            : intl.formatMessage(MINUTES_WORDS.nextAt, { when: moment(pen, section.at) }),
        ),
      ];
  }
}

type Of<Id extends MinutesSection['id']> = Extract<MinutesSection, { id: Id }>;

function meetingRows(pen: Pen, section: Of<'meeting'>): FactRow[] {
  const { intl, zone } = pen;
  const { kind, title, place, openTo, startsAt, endedAt, sessions } = section;
  const start = moment(pen, startsAt);
  const end = endedAt && intl.formatTime(endedAt, { timeStyle: 'short', timeZone: zone });
  const sessionTexts = sessions.map((one) =>
    intl.formatMessage(MINUTES_WORDS.session, {
      kind: intl.formatMessage(MEETING_WORDS[one.kind]),
      day: day(pen, one.startsAt),
    }),
  );
  const row = (name: keyof typeof MINUTES_WORDS, text: string) => ({
    name: intl.formatMessage(MINUTES_WORDS[name]),
    text,
  });
  return [
    row('when', end ? intl.formatMessage(MINUTES_WORDS.until, { start, end }) : start),
    row('where', place),
    row('kind', [intl.formatMessage(MEETING_WORDS[kind]), title].filter(Boolean).join(': ')),
    row('openTo', intl.formatMessage(OPEN_WORDS[openTo])),
    row('sessions', sessionTexts.join('\n')),
  ];
}

function attendanceBlocks({ intl }: Pen, { counts, organisations, quorum, isQuorate }: Of<'attendance'>) {
  if (counts === null) return [plain(intl.formatMessage(MINUTES_WORDS.notCounted))];
  const number = (count: number) => intl.formatNumber(count);
  const row = (name: 'police' | 'members' | 'public') => {
    const { f, m, unsaid } = counts[name];
    return [intl.formatMessage(MINUTES_WORDS[name]), ...[f, m, unsaid, f + m + unsaid].map(number)];
  };
  const columns = (['group', 'women', 'men', 'unsaid', 'together'] as const).map((name) =>
    intl.formatMessage(MINUTES_WORDS[name]),
  );
  const { youth, older, disabled } = counts.public;
  const told = [
    intl.formatMessage(MINUTES_WORDS.ofPublic, { youth, older }),
    disabled === null ? '' : intl.formatMessage(MINUTES_WORDS.disabled, { disabled }),
    organisations.length === 0
      ? ''
      : intl.formatMessage(MINUTES_WORDS.organisations, { names: intl.formatList(organisations) }),
    isQuorate === null
      ? ''
      : intl.formatMessage(isQuorate ? MINUTES_WORDS.quorate : MINUTES_WORDS.notQuorate, { quorum }),
  ];
  const table: Block = {
    kind: 'table',
    label: intl.formatMessage(MINUTES_WORDS.counted),
    columns,
    rows: [row('police'), row('members'), row('public')],
    figures: true,
  };
  return [table, ...told.filter(Boolean).map(plain)];
}

function reviewedBlocks(pen: Pen, { rows }: Of<'reviewed'>): Block[] {
  const { intl } = pen;
  if (rows.length === 0) return [plain(intl.formatMessage(MINUTES_WORDS.noneReviewed))];
  return [
    tableOf(
      intl,
      'reviewedTable',
      ['promise', 'owner', 'due', 'ownerSays', 'residentsSay'],
      rows.map((one) => {
        const state = intl.formatMessage(PROMISE_WORDS[one.ownerSaid]);
        const ownerSays =
          one.ownerNote === ''
            ? state
            : intl.formatMessage(MINUTES_WORDS.said, { state, note: one.ownerNote });
        return [one.text, one.organisation, dueText(pen, one.dueOn), ownerSays, residentsText(pen, one)];
      }),
    ),
  ];
}

function residentsText(pen: Pen, { residentsSaid, outcome, newDueOn }: Of<'reviewed'>['rows'][number]) {
  const { intl } = pen;
  if (residentsSaid === null || outcome === null) return intl.formatMessage(MINUTES_WORDS.notAsked);
  const tally = intl.formatMessage(MINUTES_WORDS.tally, {
    outcome: intl.formatMessage(PROMISE_WORDS[outcome]),
    ...residentsSaid,
  });
  if (newDueOn === null) return tally;
  return intl.formatMessage(MINUTES_WORDS.openAgain, { tally, day: dueText(pen, newDueOn) });
}

const sessionName = (pen: Pen, { kind, startsAt }: { kind: string; startsAt: string }): string => {
  const words = MEETING_WORDS[kind];
  return pen.intl.formatMessage(MINUTES_WORDS.session, {
    kind: words ? pen.intl.formatMessage(words) : kind,
    day: day(pen, startsAt),
  });
};

function agendaBlocks(pen: Pen, { rows, beside, sessionLists }: Of<'agenda'>): Block[] {
  const { intl } = pen;
  const titleOf = ({ kind, title, titles }: Of<'agenda'>['rows'][number]) =>
    titles[intl.locale] || title || intl.formatMessage(AGENDA_ITEM_WORDS[kind]);
  const items =
    rows.length === 0
      ? plain(intl.formatMessage(MINUTES_WORDS.noneTalked))
      : tableOf(
          intl,
          'itemsTable',
          ['item', 'state', 'outcome'],
          rows.map((row) => [
            titleOf(row),
            intl.formatMessage(ITEM_STATE_WORDS[row.state]),
            row.outcome || '–',
          ]),
        );
  return [
    items,
    ...rows.flatMap((row) => votedBlocks(intl, titleOf(row), row)),
    ...votedBlocks(intl, intl.formatMessage(VOTE_WORDS.beside), beside),
    ...listBlocks(
      intl,
      [...rows, beside],
      sessionLists.flatMap((one) => one.ballots.map((ballot) => ({ who: sessionName(pen, one), ballot }))),
    ),
  ];
}

function promisedBlocks(pen: Pen, { rows }: Of<'promised'>): Block[] {
  const { intl } = pen;
  if (rows.length === 0) return [plain(intl.formatMessage(MINUTES_WORDS.nonePromised))];
  return [
    tableOf(
      intl,
      'promisedTable',
      ['promise', 'owner', 'due', 'evidence'],
      rows.map(({ text, organisation, ownerRole, dueOn, evidenceOfDone }) => [
        text,
        ownerRole === ''
          ? organisation
          : intl.formatMessage(MINUTES_WORDS.ownedBy, { organisation, role: ownerRole }),
        dueText(pen, dueOn),
        evidenceOfDone || '–',
      ]),
    ),
  ];
}

function notesPart(pen: Pen, { notes }: Minutes): FilePart[] {
  if (notes.length === 0) return [];
  const { intl } = pen;
  const text = ({ createdAt, text: words }: Minutes['notes'][number]) =>
    intl.formatMessage(MINUTES_WORDS.note, { day: day(pen, createdAt), text: words });
  const title = intl.formatMessage(MINUTES_WORDS.amended);
  return [{ id: 'notes', title, blocks: notes.map((one) => plain(text(one))) }];
}

function tableOf(
  intl: IntlShape,
  label: keyof typeof MINUTES_WORDS,
  columns: readonly (keyof typeof MINUTES_WORDS)[],
  rows: readonly (readonly string[])[],
): Block {
  return {
    kind: 'table',
    label: intl.formatMessage(MINUTES_WORDS[label]),
    columns: columns.map((name) => intl.formatMessage(MINUTES_WORDS[name])),
    rows,
    figures: false,
  };
}

const day = ({ intl, zone }: Pen, instant: string): string =>
  intl.formatDate(instant, { dateStyle: 'long', timeZone: zone });
const moment = ({ intl, zone }: Pen, instant: string): string =>
  intl.formatDate(instant, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
const dueText = ({ intl }: Pen, on: string | null): string =>
  on === null ? '–' : intl.formatDate(on, { dateStyle: 'medium', timeZone: 'UTC' });
