import type { IntlShape } from 'react-intl';
import type { EvaluationRun } from '../../../api/evaluations.ts';
import type { FileFigure } from '../../../documents/model.ts';
import { linePicture } from '../../../ui/picture/line-picture.ts';
import { element } from '../../../ui/picture/markup.ts';
import { PAPER_WIDTH, paperPicture } from '../../../ui/picture/paper.ts';
import { COURSE_WORDS, courseTable, stepDay } from '../assessment/course-words.ts';

const HEIGHT = 250;
const BAND = element('rect', { x: -1, y: -0.6, width: 2, height: 1.2, fill: '#d4d4d4' });

/** How the difference grew over the period after, for paper; its figures are told to those who do not see it. */
export function courseFigure(
  intl: IntlShape,
  course: NonNullable<EvaluationRun['result']['course']>,
): FileFigure {
  const title = intl.formatMessage(COURSE_WORDS.title);
  const { rows } = courseTable(intl, course);
  const picture = linePicture({
    width: PAPER_WIDTH,
    height: HEIGHT,
    title: intl.formatMessage(COURSE_WORDS.axis),
    number: (value) => intl.formatNumber(value),
    names: course.map(({ until }) => stepDay(intl, until)),
    points: course.map(({ estimate, lower, upper }, i) => ({
      value: estimate,
      low: lower,
      high: upper,
      marked: i === course.length - 1,
    })),
  });
  const key = [{ title: '', rows: [{ mark: BAND, text: intl.formatMessage(COURSE_WORDS.limits) }] }];
  return {
    kind: 'figure',
    caption: title,
    alt: [title, ...rows.map(({ name, figures }) => [name, ...figures].join(' '))].join('; '),
    picture: paperPicture(picture, key),
    notes: [intl.formatMessage(COURSE_WORDS.note)],
  };
}
