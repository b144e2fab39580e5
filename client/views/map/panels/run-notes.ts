import { type IntlShape, useIntl } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import { METHOD_NAMES } from '../../../method-names.ts';
import { parametersText } from '../../../parameters-text.ts';
import { fileName, type PictureNotes } from '../../../ui/picture/picture-notes.ts';
import { useWarningText } from '../../../warning-text.ts';
import { useFilterText } from '../filter-text.ts';
import { useMapContext } from '../map-context.ts';
import { usePeriodOf } from '../period-text.ts';

/** Method, n, period and parameters in one line: stands under every legend of an answer. */
export function useRunCaption(): (run: Run) => string {
  const intl = useIntl();
  const periodOf = usePeriodOf();
  return (run) =>
    [
      methodText(intl, run),
      `n = ${run.summary ? intl.formatNumber(run.summary.n) : '–'}`,
      periodOf(run.filter.from, run.filter.to),
      parametersText(intl, run.parameters),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** What stands under every picture of an answer, and what programs read in it. */
export function useRunNotes(run: Run): PictureNotes {
  const intl = useIntl();
  const { records } = useMapContext();
  const filterText = useFilterText();
  const warningText = useWarningText();
  const caption = useRunCaption();
  const timeZone = records.workspace?.timezone;
  const datasets = records.datasets ?? [];
  return {
    name: fileName('common-ground', run.method, run.createdAt.slice(0, 10)),
    subtitle: `${methodText(intl, run)} · ${filterText(run.filter)}`,
    notes: [
      caption(run),
      countsText(intl, run),
      ...(run.summary?.warnings ?? []).filter(({ code }) => code !== 'unlocated').map(warningText),
      intl.formatMessage(
        {
          id: 'map.notes.source',
          defaultMessage:
            'Made {made} with Common Ground from {versions}. Run {run}, result {digest}: the same data and parameters give the same result.',
        },
        {
          made: intl.formatDate(run.createdAt, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
          versions: versionsText(intl, run, datasets),
          run: run.id,
          digest: run.digest?.slice(0, 12) ?? '–',
        },
      ),
    ],
    data: provenanceOf(run),
  };
}

type Datasets = readonly { readonly id: number; readonly name: string }[];

/** The version of each data set that the answer was made from. */
function versionsText(intl: IntlShape, { dataVersion }: Run, datasets: Datasets): string {
  const texts = Object.entries(dataVersion).map(([id, version]) => {
    const name = datasets.find((dataset) => String(dataset.id) === id)?.name ?? id;
    return intl.formatMessage(
      { id: 'map.notes.version', defaultMessage: '{name} version {version}' },
      { name, version: String(version) },
    );
  });
  return intl.formatList(texts);
}

const methodText = (intl: IntlShape, run: Run): string =>
  intl.formatMessage(
    { id: 'map.facts.methodOf', defaultMessage: '{name}, version {version, number}' },
    { name: intl.formatMessage(METHOD_NAMES[run.method]), version: run.methodVersion },
  );

function countsText(intl: IntlShape, { summary }: Run): string {
  if (!summary) return '';
  return intl.formatMessage(
    {
      id: 'map.notes.counts',
      defaultMessage:
        '{n, plural, one {# incident} other {# incidents}}{unlocated, plural, =0 {} other {; # without a position left out}}{outside, plural, =0 {} other {; # outside the region}}{few, select, true {. Too few to say: nothing is coloured} other {}}.',
    },
    {
      n: summary.n,
      unlocated: summary.unlocated,
      outside: summary.outside,
      few: String(summary.tooFew !== null),
    },
  );
}

/** The same as the CSV and GeoJSON of the run say. */
const provenanceOf = (run: Run) => ({
  source: 'Common Ground',
  run: run.id,
  method: run.method,
  methodVersion: run.methodVersion,
  parameters: run.parameters,
  filter: run.filter,
  dataVersion: run.dataVersion,
  madeAt: run.createdAt,
  n: run.summary?.n ?? null,
  unlocated: run.summary?.unlocated ?? null,
  outside: run.summary?.outside ?? null,
  tooFew: run.summary?.tooFew ?? null,
  warnings: run.summary?.warnings ?? [],
  digest: run.digest,
});
