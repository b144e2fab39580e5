import type { IntlShape } from 'react-intl';
import type { Run } from '../../../api/runs.ts';
import type { Drawn } from '../../../documents/model.ts';
import { legendText, RAMP_TEXTS } from '../../../map/legend-text.ts';
import { pictureKey } from '../../../map/printing/picture-key.ts';
import { drawRun, type PrintedGround } from '../../../map/printing/run-map.ts';
import { dataOf, isDrawn, type RunResult, readRunResult } from '../../../map/run-result.ts';
import { gridPicture } from '../../../ui/picture/grid-picture.ts';
import { linePicture } from '../../../ui/picture/line-picture.ts';
import { element } from '../../../ui/picture/markup.ts';
import { keyText, PAPER, PAPER_WIDTH, paperPicture } from '../../../ui/picture/paper.ts';
import type { KeyGroup } from '../../../ui/picture/sheet.ts';
import { chartPicture } from './chart-pictures.ts';
import { FILE_WORDS } from './file-words.ts';
import { pictureWords } from './picture-words.ts';

export interface DrawnExhibit {
  /** What it shows, where the name of the method does not say so. */
  readonly title?: string;
  readonly picture: Drawn;
  /** The key in words. */
  readonly key: string;
}

const MAP_HEIGHT = 310;
const CHART_HEIGHT = 260;

/** The answer of a run as its chart and as a map, as far as it is either. */
export function drawExhibit(
  intl: IntlShape,
  run: Run,
  bytes: ArrayBuffer,
  ground: PrintedGround,
  kindText: (kind: string) => string,
): DrawnExhibit[] {
  if (run.summary === null) return [];
  const result = readRunResult(bytes, run.summary);
  if (run.method === 'data-clock') return [drawn(clockPicture(intl, run.summary.weights), [])];
  const trend = trendPicture(intl, result);
  if (trend) return [drawn(trend, lineKey(intl))];
  const chart = chartPicture(intl, run, result);
  const charts = chart ? [{ ...drawn(chart.picture, chart.key), title: chart.title }] : [];
  const { bounds } = run.summary;
  if (!isDrawn(result) || !bounds) return charts;
  const words = {
    ...pictureWords(intl),
    place: intl.formatMessage(FILE_WORDS.caseArea),
    drawn: intl.formatMessage(FILE_WORDS.drawnArea),
    keyOf: pictureKey(intl, (label) => legendText(intl, kindText, label)),
  };
  const { picture, key } = drawRun(
    { result, bounds },
    ground,
    { width: PAPER_WIDTH, height: MAP_HEIGHT },
    words,
  );
  return [...charts, drawn(picture, key)];
}

function drawn(
  picture: { width: number; height: number; markup: string },
  key: readonly KeyGroup[],
): DrawnExhibit {
  return { picture: paperPicture(picture, key), key: keyText(key) };
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

function clockPicture(intl: IntlShape, weights: readonly number[]) {
  return gridPicture({
    width: PAPER_WIDTH,
    title: intl.formatMessage(FILE_WORDS.clock),
    rows: Array.from({ length: 7 }, (_, day) =>
      intl.formatDate(MONDAY + day * DAY, { weekday: 'short', timeZone: 'UTC' }),
    ),
    columns: HOURS.map((hour) => intl.formatNumber(hour)),
    values: weights,
    number: (value) => intl.formatNumber(value, { maximumFractionDigits: 0 }),
  });
}

function trendPicture(intl: IntlShape, result: RunResult) {
  const data = dataOf(result, 'trend');
  if (!data || data.periods.length === 0) return null;
  return linePicture({
    width: PAPER_WIDTH,
    height: CHART_HEIGHT,
    title: intl.formatMessage(RAMP_TEXTS.incidents),
    number: (value) => intl.formatNumber(value),
    names: data.periods.map(({ start }) =>
      intl.formatDate(start, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
    ),
    points: data.periods.map(({ incidents, limits, side }) => ({
      value: incidents,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
      marked: side !== 0,
    })),
  });
}

/** The signs of a line with limits. */
function lineKey(intl: IntlShape): KeyGroup[] {
  const rows = [
    {
      mark: element('rect', { x: -1, y: -0.6, width: 2, height: 1.2, fill: '#d4d4d4' }),
      text: intl.formatMessage({
        id: 'case-file.key.limits',
        defaultMessage: 'what chance gives around what is expected',
      }),
    },
    {
      mark: element('circle', { r: 0.55, fill: PAPER.paper, stroke: PAPER.ink, 'stroke-width': 0.2 }),
      text: intl.formatMessage({ id: 'case-file.key.outside', defaultMessage: 'outside of that' }),
    },
  ];
  return rows.map((row) => ({ title: '', rows: [row] }));
}
