import type { IntlShape } from 'react-intl';
import { type Block, heading, quiet } from '../../../documents/model.ts';
import { intervalPicture } from '../../../ui/picture/interval-picture.ts';
import { element } from '../../../ui/picture/markup.ts';
import { PAPER, PAPER_WIDTH, paperPicture } from '../../../ui/picture/paper.ts';
import { type Perception, perceptionOf } from '../assessment/perception.ts';
import { PERCEPTION_WORDS, perceptionText } from '../assessment/perception-text.ts';
import { SURVEY_GROUP_WORDS, type SurveyRound } from '../assessment/survey-words.ts';
import type { WrittenItem } from './body-blocks.ts';

/** What people said before and after: of each question a picture with its figures, and how they were asked. */
export function perceptionBlocks(intl: IntlShape, items: readonly WrittenItem[]): Block[] {
  const rounds = items.flatMap((item): SurveyRound[] => (item.kind === 'survey_round' ? [item.body] : []));
  const all = perceptionOf(rounds);
  if (all.length === 0) return [];
  return [
    heading(intl.formatMessage(PERCEPTION_WORDS.title)),
    ...all.flatMap((perception) => questionBlocks(intl, perception)),
  ];
}

function questionBlocks(intl: IntlShape, perception: Perception): Block[] {
  const { table, rounds, notes } = perceptionText(intl, perception);
  const rows = table.rows.map(({ name, figures }) => [name, ...figures]);
  const { label, columns } = table;
  const figure: Block = {
    kind: 'figure',
    caption: label,
    alt: [label, ...rows.map((row) => row.join(' '))].join('; '),
    picture: pictureOf(intl, perception),
    notes: [],
  };
  const isDrawn = perception.rows.some(({ before, after }) => before?.shown || after?.shown);
  return [
    ...(isDrawn ? [figure] : []),
    { kind: 'table', label, columns, rows, figures: true },
    ...[...rounds, ...notes].map(quiet),
  ];
}

function pictureOf(intl: IntlShape, { rows }: Perception) {
  const word = (key: 'before' | 'after' | 'axis' | 'limits') => intl.formatMessage(PERCEPTION_WORDS[key]);
  const picture = intervalPicture({
    width: PAPER_WIDTH,
    title: word('axis'),
    percent: (share) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: 0 }),
    rows: rows.map(({ group, before, after }) => ({
      name: intl.formatMessage(SURVEY_GROUP_WORDS[group]),
      marks: [before, after].flatMap((share, i) => {
        if (!share?.shown) return [];
        const [low, high] = share.interval;
        return [{ value: share.share, low, high, hollow: i === 0 }];
      }),
    })),
  });
  const key = [
    { mark: markOf(true), text: word('before') },
    { mark: markOf(false), text: word('after') },
    { mark: LINE, text: word('limits') },
  ];
  return paperPicture(picture, [{ title: '', rows: key }]);
}

const markOf = (isHollow: boolean): string =>
  element('circle', {
    cx: 0,
    cy: 0,
    r: 0.5,
    fill: isHollow ? PAPER.paper : PAPER.ink,
    stroke: PAPER.ink,
    'stroke-width': 0.2,
  });
const LINE = element('line', { x1: -1, x2: 1, y1: 0, y2: 0, stroke: PAPER.ink, 'stroke-width': 0.2 });
