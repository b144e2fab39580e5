import { useCallback, useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useItems } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Chart, type Plot } from '../../../ui/chart.tsx';
import styles from '../problems.module.css';
import { type Perception, perceptionOf } from './perception.ts';
import { PERCEPTION_WORDS, perceptionText } from './perception-text.ts';
import { SURVEY_GROUP_WORDS } from './survey-words.ts';

const ROW = 46;
const AROUND = 76;

/** What people said before and after, group by group; nothing while nobody was asked. */
export function PerceptionSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const rounds = useItems(problem.id, 'survey_round');
  const all = useMemo(() => perceptionOf((rounds ?? []).map(({ body }) => body)), [rounds]);
  if (all.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="perception">
      <header className={styles.sectionHead}>
        <h2 id="perception">{intl.formatMessage(PERCEPTION_WORDS.title)}</h2>
      </header>
      {all.map((perception) => (
        <Question key={perception.item} perception={perception} />
      ))}
    </section>
  );
}

function Question({ perception }: { perception: Perception }) {
  const intl = useIntl();
  const { table, rounds, notes } = perceptionText(intl, perception);
  const shown = perception.rows.filter(({ before, after }) => before?.shown || after?.shown);
  const draw = useCallback((plot: Plot) => drawing(plot, perception, textsOf(intl)), [intl, perception]);
  return (
    <>
      <h3>{table.label}</h3>
      {rounds.map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
      <Chart
        label={table.label}
        height={shown.length * ROW + AROUND}
        draw={draw}
        lines={[
          { name: intl.formatMessage(PERCEPTION_WORDS.before), stroke: 'var(--ink-muted)', dash: '4 3' },
          { name: intl.formatMessage(PERCEPTION_WORDS.after), stroke: 'var(--teal)', dash: '' },
        ]}
        table={{
          title: <FormattedMessage id="perception.table" defaultMessage="Figures by group" />,
          columns: table.columns,
          rows: table.rows.map((row) => [row.name, ...row.figures]),
        }}
      />
      {notes.map((note) => (
        <p key={note} className={styles.quiet}>
          {note}
        </p>
      ))}
    </>
  );
}

interface Texts {
  readonly name: (group: Perception['rows'][number]['group']) => string;
  readonly percent: (share: number) => string;
  readonly axis: string;
}

const textsOf = (intl: IntlShape): Texts => ({
  name: (group) => intl.formatMessage(SURVEY_GROUP_WORDS[group]),
  percent: (share) => intl.formatNumber(share, { style: 'percent' }),
  axis: intl.formatMessage(PERCEPTION_WORDS.axis),
});

/** Above the line of a group what it said before, below it what it said after. */
function drawing(
  plot: Plot,
  { rows }: Perception,
  { name, percent, axis }: Texts,
): ReturnType<Parameters<typeof Chart>[0]['draw']> {
  const points = (timing: 'before' | 'after') =>
    rows.flatMap((row) => {
      const share = row[timing];
      if (!share?.shown) return [];
      const [low, high] = share.interval;
      return [{ group: name(row.group), share: share.share, low, high }];
    });
  const [before, after] = [points('before'), points('after')];
  const groups = rows
    .map(({ group }) => name(group))
    .filter((each) => [...before, ...after].some(({ group }) => group === each));
  const was = { y: 'group', stroke: 'var(--ink-muted)', dy: -7 };
  const is = { y: 'group', stroke: 'var(--teal)', dy: 7 };
  return {
    marginLeft: 104,
    marginRight: 24,
    x: { domain: [0, 1], label: axis, grid: true, ticks: 5, tickFormat: percent },
    y: { domain: groups, label: null, tickSize: 0 },
    marks: [
      plot.ruleY(before, { ...was, x1: 'low', x2: 'high', strokeWidth: 2, strokeDasharray: '4 3' }),
      plot.ruleY(after, { ...is, x1: 'low', x2: 'high', strokeWidth: 2 }),
      plot.dot(before, { ...was, x: 'share', r: 4.5, fill: 'var(--paper)', strokeWidth: 2 }),
      plot.dot(after, { ...is, x: 'share', r: 4.5, fill: 'var(--teal)' }),
    ],
  };
}
