import { useCallback } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';
import { Chart, type Plot } from '../../../ui/chart.tsx';
import styles from '../problems.module.css';
import { COURSE_WORDS, courseTable } from './course-words.ts';

type Course = NonNullable<EvaluationRun['result']['course']>;

const HEIGHT = 220;

/** How the difference grew over the period after, with its limits. */
export function CourseChart({ course }: { course: Course }) {
  const intl = useIntl();
  const label = intl.formatMessage(COURSE_WORDS.title);
  const draw = useCallback((plot: Plot) => drawing(plot, intl, course), [intl, course]);
  const { columns, rows } = courseTable(intl, course);
  return (
    <>
      <h3>{label}</h3>
      <Chart
        label={label}
        height={HEIGHT}
        draw={draw}
        table={{
          title: <FormattedMessage id="result.course.table" defaultMessage="Figures of the course" />,
          columns,
          rows: rows.map(({ name, figures }) => [name, ...figures]),
        }}
      />
      <p className={styles.quiet}>{intl.formatMessage(COURSE_WORDS.note)}</p>
    </>
  );
}

function drawing(
  plot: Plot,
  intl: IntlShape,
  course: Course,
): ReturnType<Parameters<typeof Chart>[0]['draw']> {
  const points = course.map(({ until, ...figures }) => ({ ...figures, day: new Date(until) }));
  return {
    marginLeft: 44,
    marginRight: 30,
    x: {
      type: 'utc',
      label: null,
      tickFormat: (day: Date) => intl.formatDate(day, { month: 'short', year: 'numeric' }),
      ticks: 5,
    },
    y: {
      label: intl.formatMessage(COURSE_WORDS.axis),
      tickFormat: (value: number) => intl.formatNumber(value),
      grid: true,
    },
    marks: [
      plot.areaY(points, { x: 'day', y1: 'lower', y2: 'upper', fill: 'var(--teal-tint)' }),
      plot.ruleY([0], { stroke: 'var(--ink)' }),
      plot.lineY(points, { x: 'day', y: 'estimate', stroke: 'var(--teal)', strokeWidth: 2 }),
      plot.dot(points, { x: 'day', y: 'estimate', fill: 'var(--teal)', r: 2.5 }),
    ],
  };
}
