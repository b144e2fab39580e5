import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MeetingHealth } from '../../../api/committee-health.ts';
import { HealthChart, type HealthSeries } from './health-chart.tsx';

interface Shown {
  /** The earliest first. */
  meetings: readonly MeetingHealth[];
}

/** A figure, or that it is not told. */
function useFigure() {
  const intl = useIntl();
  const few = intl.formatMessage({ id: 'health.few', defaultMessage: 'not told apart' });
  return {
    count: (value: number | undefined) => (value === undefined ? '–' : intl.formatNumber(value)),
    few: (value: number | null | undefined) =>
      value === undefined ? '–' : value === null ? few : intl.formatNumber(value),
  };
}

export function Attendance({ meetings }: Shown) {
  const intl = useIntl();
  const { count, few } = useFigure();
  const words = {
    members: intl.formatMessage({ id: 'attendance.members', defaultMessage: 'Members of the committee' }),
    police: intl.formatMessage({ id: 'attendance.police', defaultMessage: 'Police' }),
    public: intl.formatMessage({ id: 'attendance.public', defaultMessage: 'Public' }),
  };
  const { members, police, public: everybody } = words;
  const series = useMemo<HealthSeries[]>(
    () => [
      {
        kind: 'line',
        name: everybody,
        stroke: 'var(--teal)',
        dash: '',
        of: ({ present }) => present?.public ?? null,
      },
      {
        kind: 'line',
        name: members,
        stroke: 'var(--data-2)',
        dash: '6 3',
        of: ({ present }) => present?.members ?? null,
      },
      {
        kind: 'line',
        name: police,
        stroke: 'var(--data-7)',
        dash: '2 3',
        of: ({ present }) => present?.police ?? null,
      },
    ],
    [everybody, members, police],
  );
  return (
    <HealthChart
      title={<FormattedMessage id="health.attendance" defaultMessage="Who came" />}
      hint={
        <FormattedMessage
          id="health.attendance.hint"
          defaultMessage="Counted by group at the door. Groups of the public with fewer than five people are told with the rest."
        />
      }
      label={intl.formatMessage({
        id: 'health.attendance.chart',
        defaultMessage: 'People present at each meeting, by group',
      })}
      unit={intl.formatMessage({ id: 'health.people', defaultMessage: 'People' })}
      meetings={meetings}
      series={series}
      tableTitle={<FormattedMessage id="health.attendance.table" defaultMessage="Who came, as a table" />}
      columns={[
        [members, ({ present }) => count(present?.members)],
        [police, ({ present }) => count(present?.police)],
        [everybody, ({ present }) => count(present?.public)],
        [
          intl.formatMessage({ id: 'health.women', defaultMessage: 'of them women' }),
          ({ present }) => few(present?.women),
        ],
        [
          intl.formatMessage({ id: 'health.men', defaultMessage: 'of them men' }),
          ({ present }) => few(present?.men),
        ],
        [
          intl.formatMessage({ id: 'health.youth', defaultMessage: 'of them young' }),
          ({ present }) => few(present?.youth),
        ],
        [
          intl.formatMessage({ id: 'health.older', defaultMessage: 'of them older' }),
          ({ present }) => few(present?.older),
        ],
      ]}
    />
  );
}

export function Promises({ meetings }: Shown) {
  const intl = useIntl();
  const { count } = useFigure();
  const due = intl.formatMessage({ id: 'health.due', defaultMessage: 'Due by then' });
  const verified = intl.formatMessage({ id: 'health.verified', defaultMessage: 'Verified by residents' });
  const series = useMemo<HealthSeries[]>(
    () => [
      { kind: 'bar', name: due, stroke: 'var(--neutral-0)', dash: '', of: ({ kept }) => kept.due },
      { kind: 'bar', name: verified, stroke: 'var(--teal)', dash: '', of: ({ kept }) => kept.verified },
    ],
    [due, verified],
  );
  return (
    <HealthChart
      title={<FormattedMessage id="health.promises" defaultMessage="Promises made and kept" />}
      hint={
        <FormattedMessage
          id="health.promises.hint"
          defaultMessage="Of all that were agreed and due by each meeting, those that residents had verified. What is only said to be delivered is not among them, and a later day does not make a promise less due."
        />
      }
      label={intl.formatMessage({
        id: 'health.promises.chart',
        defaultMessage: 'Promises due by each meeting, and those of them that residents had verified',
      })}
      unit={intl.formatMessage({ id: 'health.promises.unit', defaultMessage: 'Promises' })}
      meetings={meetings}
      series={series}
      tableTitle={<FormattedMessage id="health.promises.table" defaultMessage="Promises, as a table" />}
      columns={[
        [intl.formatMessage({ id: 'health.made', defaultMessage: 'Made at it' }), ({ made }) => count(made)],
        [
          intl.formatMessage({ id: 'health.reviewed', defaultMessage: 'Looked at, of those to look at' }),
          ({ reviewed, toReview }) =>
            intl.formatMessage(
              { id: 'health.of', defaultMessage: '{some, number} of {all, number}' },
              { some: reviewed, all: toReview },
            ),
        ],
        [due, ({ kept }) => count(kept.due)],
        [verified, ({ kept }) => count(kept.verified)],
      ]}
    />
  );
}

export function Raised({ meetings }: Shown) {
  const intl = useIntl();
  const { count } = useFigure();
  const here = intl.formatMessage({
    id: 'health.raisedHere',
    defaultMessage: 'Concerns taken in at the meeting',
  });
  const items = intl.formatMessage({
    id: 'health.itemsOfResidents',
    defaultMessage: 'Items of the agenda about a concern',
  });
  const series = useMemo<HealthSeries[]>(
    () => [
      { kind: 'line', name: here, stroke: 'var(--teal)', dash: '', of: ({ raisedHere }) => raisedHere },
      {
        kind: 'line',
        name: items,
        stroke: 'var(--data-2)',
        dash: '6 3',
        of: ({ itemsOfResidents }) => itemsOfResidents,
      },
    ],
    [here, items],
  );
  return (
    <HealthChart
      title={<FormattedMessage id="health.raised" defaultMessage="What residents raised" />}
      hint={
        <FormattedMessage
          id="health.raised.hint"
          defaultMessage="What was said in the room, and what residents had brought onto the agenda."
        />
      }
      label={intl.formatMessage({
        id: 'health.raised.chart',
        defaultMessage: 'Concerns taken in at each meeting, and items about concerns on its agenda',
      })}
      unit={intl.formatMessage({ id: 'health.raised.unit', defaultMessage: 'Raised' })}
      meetings={meetings}
      series={series}
      tableTitle={<FormattedMessage id="health.raised.table" defaultMessage="What was raised, as a table" />}
      columns={[
        [here, ({ raisedHere }) => count(raisedHere)],
        [items, ({ itemsOfResidents }) => count(itemsOfResidents)],
        [
          intl.formatMessage({ id: 'health.items', defaultMessage: 'All items' }),
          ({ items: all }) => count(all),
        ],
      ]}
    />
  );
}

export function Answers({ meetings, answerDays }: Shown & { answerDays: number }) {
  const intl = useIntl();
  const { count } = useFigure();
  const tooFew = intl.formatMessage({ id: 'health.tooFew', defaultMessage: 'too few to say' });
  const days = intl.formatMessage({ id: 'health.days', defaultMessage: 'Days to the answer' });
  const series = useMemo<HealthSeries[]>(
    () => [
      { kind: 'line', name: days, stroke: 'var(--teal)', dash: '', of: ({ answers }) => answers.medianDays },
    ],
    [days],
  );
  return (
    <HealthChart
      title={<FormattedMessage id="health.answers" defaultMessage="How long an answer took" />}
      hint={
        <FormattedMessage
          id="health.answers.hint"
          defaultMessage="Of the concerns raised in the area since the meeting before: as many of those answered took longer than this as not. With fewer than five answers nothing is said. The dashed line is what the workspace has set itself: {days, plural, one {# day} other {# days}}."
          values={{ days: answerDays }}
        />
      }
      label={intl.formatMessage({
        id: 'health.answers.chart',
        defaultMessage: 'Days to the answer of the concerns raised before each meeting',
      })}
      unit={days}
      meetings={meetings}
      series={series}
      limit={answerDays}
      tableTitle={<FormattedMessage id="health.answers.table" defaultMessage="Answers, as a table" />}
      columns={[
        [
          intl.formatMessage({ id: 'health.answers.raised', defaultMessage: 'Raised' }),
          ({ answers }) => count(answers.raised),
        ],
        [
          intl.formatMessage({ id: 'health.answers.answered', defaultMessage: 'Answered' }),
          ({ answers }) => count(answers.answered),
        ],
        [
          intl.formatMessage({ id: 'health.answers.waiting', defaultMessage: 'Waiting' }),
          ({ answers }) => count(answers.waiting),
        ],
        [days, ({ answers }) => (answers.medianDays === null ? tooFew : count(answers.medianDays))],
      ]}
    />
  );
}
