import { defineMessages, type IntlShape, type MessageDescriptor } from 'react-intl';
import type { Run, SummaryOf } from '../../../api/runs.ts';
import { incidentsOn } from '../../../lorenz-curve.ts';
import { dataOf, type RunResult } from '../../../map/run-result.ts';
import { gridPicture } from '../../../ui/picture/grid-picture.ts';
import { linePicture } from '../../../ui/picture/line-picture.ts';
import { element } from '../../../ui/picture/markup.ts';
import { PAPER, PAPER_WIDTH } from '../../../ui/picture/paper.ts';
import type { KeyGroup } from '../../../ui/picture/sheet.ts';

/** A chart before its key is put under it. */
export interface ChartPicture {
  readonly title: string;
  readonly picture: { readonly width: number; readonly height: number; readonly markup: string };
  readonly key: readonly KeyGroup[];
}

const DESCRIBED = defineMessages({
  knox: {
    id: 'map.near.label',
    defaultMessage: 'Observed pairs divided by expected pairs, by distance and days apart',
  },
  knoxFew: {
    id: 'case-file.knox.few',
    defaultMessage: 'In brackets: pairs only, too few are expected for a ratio',
  },
  knoxMore: {
    id: 'case-file.knox.more',
    defaultMessage:
      'Shaded: rarer than the accepted level, and at least 1.2; the darker, the more pairs than chance would make (1)',
  },
  samePlace: { id: 'map.near.samePlace', defaultMessage: 'same place' },
  band: {
    id: 'map.near.band',
    defaultMessage:
      '{open, select, true {{from, number} {unit, select, m {m} other {days}} and more} other {{from, number} to under {to, number} {unit, select, m {m} other {days}}}}',
  },
  lorenz: {
    id: 'map.conc.chart',
    defaultMessage: 'Lorenz curve: share of the incidents on the places with most of them',
  },
  even: {
    id: 'case-file.lorenz.even',
    defaultMessage: 'between the curve and what it would be if all places had as many',
  },
  sum: {
    id: 'map.bursts.cusumChart',
    defaultMessage: 'CUSUM of the watched days with its alarm line and the alarms',
  },
  limit: { id: 'case-file.bursts.limit', defaultMessage: 'below the sum that raises an alarm' },
  alarm: { id: 'case-file.bursts.alarm', defaultMessage: 'a day with an alarm' },
});

/** Plain descriptors, each with values of its own. */
const WORDS: Readonly<Record<keyof typeof DESCRIBED, MessageDescriptor>> = DESCRIBED;

/** What a method draws beside the map, for paper; null for methods without such a chart, or where nothing was found. */
export function chartPicture(intl: IntlShape, run: Run, result: RunResult): ChartPicture | null {
  switch (run.method) {
    case 'near-repeat':
      return run.summary ? knoxPicture(intl, run.summary) : null;
    case 'concentration':
      return run.summary ? lorenzPicture(intl, run.summary) : null;
    case 'bursts':
      return run.summary ? sumPicture(intl, run.summary, result) : null;
    default:
      return null;
  }
}

/** A ratio this far above 1 is darkest, as on the map. */
const FULL = 3;

function knoxPicture(intl: IntlShape, { table, spaceBands, timeBands }: SummaryOf<'near-repeat'>) {
  if (spaceBands === 0 || timeBands === 0) return null;
  const band = (from: number, to: number | null, unit: 'm' | 'd') =>
    intl.formatMessage(WORDS.band, { open: String(to === null), from, to: to ?? 0, unit });
  const rows = Array.from({ length: spaceBands }, (_, k) => table[k * timeBands]);
  const title = intl.formatMessage(WORDS.knox);
  const ratio = (value: number) =>
    intl.formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const picture = gridPicture({
    width: PAPER_WIDTH,
    left: 150,
    title,
    rows: rows.map(({ spaceFrom, spaceTo }) =>
      spaceFrom === 0 && spaceTo !== null && spaceTo <= 1
        ? intl.formatMessage(WORDS.samePlace)
        : band(spaceFrom, spaceTo, 'm'),
    ),
    columns: table.slice(0, timeBands).map(({ timeFrom, timeTo }) => band(timeFrom, timeTo, 'd')),
    values: table.map(({ ratio: times, notable }) => (notable && times !== null ? times - 1 : 0)),
    most: FULL - 1,
    texts: table.map((cell) =>
      cell.ratio === null ? `(${intl.formatNumber(cell.observed)})` : ratio(cell.ratio),
    ),
    number: ratio,
  });
  const lines = [WORDS.knoxMore, WORDS.knoxFew].map((words) => ({
    mark: '',
    text: intl.formatMessage(words),
  }));
  return { title, picture, key: [{ title: '', rows: lines }] };
}

/** Points of the curve on paper: every twentieth of the places, those with most incidents first. */
const STEPS = 20;

function lorenzPicture(intl: IntlShape, { lorenz }: SummaryOf<'concentration'>): ChartPicture | null {
  if (lorenz.places.length < 2) return null;
  const title = intl.formatMessage(WORDS.lorenz);
  const percent = (share: number) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 });
  const shares = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const points = shares.map((share) => {
    const value = incidentsOn(lorenz, share);
    return { value, low: Math.min(value, share), high: Math.max(value, share) };
  });
  const picture = linePicture({
    width: PAPER_WIDTH,
    height: 300,
    title,
    number: percent,
    names: shares.map(percent),
    points,
  });
  return {
    title,
    picture,
    key: [{ title: '', rows: [{ mark: BAND, text: intl.formatMessage(WORDS.even) }] }],
  };
}

function sumPicture(intl: IntlShape, { cusum }: SummaryOf<'bursts'>, result: RunResult): ChartPicture | null {
  const days = (dataOf(result, 'bursts')?.days ?? []).filter(({ watched }) => watched);
  if (!cusum || days.length === 0) return null;
  const title = intl.formatMessage(WORDS.sum);
  const picture = linePicture({
    width: PAPER_WIDTH,
    height: 260,
    title,
    number: (value) => intl.formatNumber(value, { maximumFractionDigits: 1 }),
    names: days.map(({ start }) => intl.formatDate(start, { dateStyle: 'medium', timeZone: 'UTC' })),
    points: days.map(({ sum, alarm }) => ({ value: sum, low: 0, high: cusum.limit, marked: alarm })),
  });
  const rows = [
    { mark: BAND, text: intl.formatMessage(WORDS.limit) },
    { mark: RING, text: intl.formatMessage(WORDS.alarm) },
  ];
  return { title, picture, key: [{ title: '', rows }] };
}

const BAND = element('rect', { x: -1, y: -0.6, width: 2, height: 1.2, fill: '#d4d4d4' });
const RING = element('circle', { r: 0.55, fill: PAPER.paper, stroke: PAPER.ink, 'stroke-width': 0.2 });
