import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { FLAG_DATE_ONLY, FLAG_MONTH_ONLY } from '../analysis/incident-columns.ts';
import { useDatasets } from './api/datasets.ts';
import type { Incident } from './api/records.ts';
import { useWorkspace } from './api/workspace.ts';

type Style = 'full' | 'medium' | 'day';

/**
 * Writes when an incident happened: on the clocks of the place its data set is about, and no finer than it is known.
 */
export function useIncidentTime(): (
  incident: Pick<Incident, 'datasetId' | 'flags'>,
  instant: string | null,
  style: Style,
) => string | null {
  const intl = useIntl();
  const datasets = useDatasets().data;
  const timezone = useWorkspace().data?.timezone;
  return useMemo(() => {
    const zones = new Map(datasets?.map((dataset) => [dataset.id, dataset.timezone]));
    return ({ datasetId, flags }, instant, style) =>
      instant && intl.formatDate(instant, writtenAs(flags, style, zones.get(datasetId) ?? timezone));
  }, [intl, datasets, timezone]);
}

export function writtenAs(
  flags: number,
  style: Style,
  timeZone: string | undefined,
): NonNullable<Parameters<IntlShape['formatDate']>[1]> {
  if ((flags & FLAG_MONTH_ONLY) !== 0) return { timeZone, year: 'numeric', month: 'long' };
  const dateStyle = style === 'full' ? 'full' : 'medium';
  if (style === 'day' || (flags & FLAG_DATE_ONLY) !== 0) return { timeZone, dateStyle };
  return { timeZone, dateStyle, timeStyle: 'short' };
}
