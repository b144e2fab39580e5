import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { Commitment } from '../../../api/commitments.ts';
import { STATE_WORDS } from '../../../commitment-words.ts';
import { type Block, type PaperFile, plain } from '../../../documents/model.ts';
import { daysLate, type OrganisationReminders, REMINDERS, type Reminder } from './reminders.ts';

type Word =
  | 'title'
  | 'forCommittee'
  | 'asOf'
  | 'area'
  | 'promise'
  | 'due'
  | 'state'
  | 'evidence'
  | 'late'
  | 'none';
const WORDS: Readonly<Record<Word, MessageDescriptor>> = defineMessages({
  title: { id: 'reminders.title', defaultMessage: 'Promises due' },
  forCommittee: { id: 'minutes.forCommittee', defaultMessage: 'For the committee' },
  asOf: { id: 'reminders.asOf', defaultMessage: 'As of' },
  area: { id: 'concerns.area', defaultMessage: 'Area' },
  promise: { id: 'minutes.promise', defaultMessage: 'What was promised' },
  due: { id: 'reminders.due', defaultMessage: 'To be done by' },
  state: { id: 'minutes.state', defaultMessage: 'State' },
  evidence: { id: 'minutes.evidence', defaultMessage: 'What will show it' },
  late: {
    id: 'reminders.late',
    defaultMessage: '{day} ({days, plural, one {# day late} other {# days late}})',
  },
  none: { id: 'reminders.none', defaultMessage: 'Nothing is overdue, due in the next 30 days, or waiting.' },
});

const TABLES = defineMessages({
  overdue: { id: 'reminders.overdue', defaultMessage: 'Overdue' },
  soon: { id: 'reminders.soon', defaultMessage: 'Due in the next 30 days' },
  residents: {
    id: 'reminders.residents',
    defaultMessage: 'Said to be done; residents have not judged it yet',
  },
});

interface Sources {
  readonly organisations: readonly OrganisationReminders[];
  readonly today: string;
  readonly workspace: string;
  readonly direction: PaperFile['direction'];
  /** Name of the area they were narrowed to; empty for all. */
  readonly area: string;
}

/** The list to be handed round, organisation by organisation. */
export function remindersFile(intl: IntlShape, sources: Sources): PaperFile {
  const { organisations, today, workspace, direction, area } = sources;
  const say = (word: Word) => intl.formatMessage(WORDS[word]);
  return {
    language: intl.locale,
    direction,
    ref: dayText(intl, today),
    title: say('title'),
    workspace,
    confidentiality: say('forCommittee'),
    cover: [
      { name: say('asOf'), text: dayText(intl, today) },
      ...(area === '' ? [] : [{ name: say('area'), text: area }]),
    ],
    parts:
      organisations.length === 0
        ? [{ id: 'none', title: say('title'), blocks: [plain(say('none'))] }]
        : organisations.map((one) => ({
            id: String(one.id),
            title: one.name,
            blocks: REMINDERS.flatMap((reminder) => tableOf(intl, reminder, one.of[reminder], today)),
          })),
  };
}

const dayText = (intl: IntlShape, day: string): string =>
  intl.formatDate(day, { dateStyle: 'long', timeZone: 'UTC' });

function tableOf(
  intl: IntlShape,
  reminder: Reminder,
  commitments: readonly Commitment[],
  today: string,
): Block[] {
  if (commitments.length === 0) return [];
  const due = ({ dueOn }: Commitment): string => {
    if (dueOn === null) return '–';
    const day = dayText(intl, dueOn);
    return reminder === 'overdue'
      ? intl.formatMessage(WORDS.late, { day, days: daysLate(dueOn, today) })
      : day;
  };
  return [
    {
      kind: 'table',
      label: intl.formatMessage(TABLES[reminder]),
      columns: [WORDS.promise, WORDS.due, WORDS.state, WORDS.evidence].map((word) =>
        intl.formatMessage(word),
      ),
      rows: commitments.map((one) => [
        one.text,
        due(one),
        intl.formatMessage(STATE_WORDS[one.state]),
        one.evidenceOfDone,
      ]),
      figures: false,
    },
  ];
}
