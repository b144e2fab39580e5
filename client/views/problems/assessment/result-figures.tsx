import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useDatasets } from '../../../api/datasets.ts';
import type { CountedArea, EvaluationRun } from '../../../api/evaluations.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { FigureTable } from '../../../ui/figure-table.tsx';
import styles from '../problems.module.css';
import { AREA_WORDS, AREAS } from '../response/evaluation-words.ts';
import { periodText } from '../response/period-days.tsx';
import { RESULT_WORDS } from './result-words.ts';

/** Incidents before and after in each area. */
export function Counts({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  const { counts } = run.result;
  if (counts === null)
    return (
      <p className={styles.quiet}>
        <FormattedMessage
          id="result.counts-hidden"
          defaultMessage="The counts are so small that they are shown to those alone who see the incidents."
        />
      </p>
    );
  return <Shown table={countTable(intl, counts)} />;
}

/** The test and its companions, each with its interval. */
export function Figures({ run }: { run: EvaluationRun }) {
  return <Shown table={figureTable(useIntl(), run.result)} />;
}

/** A table as texts: the same on the screen and in the case file. */
export interface TextTable {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly figures: readonly string[];
  }[];
}

function Shown({ table: { label, columns, rows } }: { table: TextTable }) {
  return (
    <FigureTable
      label={label}
      columns={columns}
      rows={rows.map(({ id, name, figures }) => ({ id, name, figures: figures.map((text) => ({ text })) }))}
    />
  );
}

export function countTable(
  intl: IntlShape,
  counts: NonNullable<EvaluationRun['result']['counts']>,
): TextTable {
  const rows = AREAS.flatMap((area: CountedArea) => {
    const pair = counts[area];
    return pair ? [{ area, pair }] : [];
  });
  return {
    label: intl.formatMessage({ id: 'result.counts', defaultMessage: 'Incidents before and after' }),
    columns: [
      intl.formatMessage({ id: 'result.area', defaultMessage: 'Area' }),
      intl.formatMessage({ id: 'result.before', defaultMessage: 'Before' }),
      intl.formatMessage({ id: 'result.after', defaultMessage: 'After' }),
      intl.formatMessage({ id: 'result.change', defaultMessage: 'Change' }),
    ],
    rows: rows.map(({ area, pair: [before, after] }) => ({
      id: area,
      name: intl.formatMessage(AREA_WORDS[area]),
      figures: [before, after, after - before].map((count, i) =>
        intl.formatNumber(count, { signDisplay: i === 2 ? 'exceptZero' : 'auto' }),
      ),
    })),
  };
}

export function figureTable(intl: IntlShape, result: EvaluationRun['result']): TextTable {
  const { total, local, displacement, ratio, quotient, level } = result;
  const rows = [
    displacement ? { id: 'total' as const, ...differenceText(intl, total) } : null,
    { id: 'local' as const, ...differenceText(intl, local) },
    displacement ? { id: 'displacement' as const, ...differenceText(intl, displacement) } : null,
    ratio
      ? {
          id: 'ratio' as const,
          value: two(intl, ratio.ratio),
          interval: range(two(intl, ratio.lower), two(intl, ratio.upper)),
        }
      : null,
    quotient === null
      ? null
      : {
          id: 'quotient' as const,
          value: intl.formatNumber(quotient, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
            signDisplay: 'exceptZero',
          }),
          interval: '–',
        },
  ].filter((row) => row !== null);
  const percent = intl.formatNumber(level, { style: 'percent' });
  return {
    label: intl.formatMessage({ id: 'result.figures', defaultMessage: 'The test and its companions' }),
    columns: [
      intl.formatMessage({ id: 'result.figure', defaultMessage: 'Figure' }),
      intl.formatMessage({ id: 'result.value', defaultMessage: 'Value' }),
      intl.formatMessage({ id: 'result.interval', defaultMessage: '{percent} interval' }, { percent }),
    ],
    rows: rows.map(({ id, value, interval }) => ({
      id,
      name: intl.formatMessage(RESULT_WORDS[id]),
      figures: [value, interval],
    })),
  };
}

function differenceText(intl: IntlShape, found: EvaluationRun['result']['local']) {
  const whole = (value: number) =>
    intl.formatNumber(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return { value: whole(found.estimate), interval: range(whole(found.lower), whole(found.upper)) };
}

const two = (intl: IntlShape, value: number) =>
  intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

const range = (low: string, high: string) => `${low} … ${high}`;

/** From what the numbers were made, so that they can be made again. */
export function Provenance({ run }: { run: EvaluationRun }) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const datasets = useDatasets().data ?? [];
  return (
    <p className={styles.facts}>
      {provenanceTexts(intl, run, { zone, datasets }).map((text) => (
        <span key={text}>{text}</span>
      ))}
    </p>
  );
}

interface Around {
  readonly zone: string;
  readonly datasets: readonly { readonly id: number; readonly name: string }[];
}

export function provenanceTexts(intl: IntlShape, run: EvaluationRun, { zone, datasets }: Around): string[] {
  return [
    intl.formatMessage(
      { id: 'result.periods', defaultMessage: '{before} against {after}' },
      {
        before: periodText(intl, run.plan.before, zone),
        after: periodText(intl, run.plan.after, zone),
      },
    ),
    intl.formatMessage(
      {
        id: 'result.provenance',
        defaultMessage:
          'n = {n, number}; data: {data}; test version {version}; computed {day}; check sum {digest}',
      },
      {
        n: run.result.n,
        data: intl.formatList(
          Object.entries(run.dataVersion).map(([id, version]) =>
            intl.formatMessage(
              { id: 'map.notes.version', defaultMessage: '{name} version {version}' },
              {
                name: datasets.find((dataset) => String(dataset.id) === id)?.name ?? id,
                version: String(version),
              },
            ),
          ),
        ),
        version: String(run.testVersion),
        day: intl.formatDate(run.createdAt, { dateStyle: 'medium', timeZone: zone }),
        digest: run.digest.slice(0, 12),
      },
    ),
  ];
}
