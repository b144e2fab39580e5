import type { ReactNode } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { ShownCard } from '../../../api/meeting-show.ts';
import styles from './stage.module.css';
import { Two, TwoTexts } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

interface PatternFactsProps {
  of: NonNullable<ShownCard['case']>;
  pattern: ShownCard['pattern'];
  /** Of the item: what it says already is not said again. */
  title: string;
  /** What an analyst kept, in place of the months. */
  answer: ReactNode;
}

/** A case as the committee sees it: where it stands, what was found, and how much was recorded. */
export function PatternFacts({ of, pattern, title, answer }: PatternFactsProps) {
  return (
    <>
      <p>
        <bdi>{of.ref}</bdi> {title.includes(of.title) ? null : <span dir="auto">{of.title}</span>}
        {' · '}
        <Two of={WALL_WORDS.stage} values={() => ({ stage: of.stage })} inline />
      </p>
      {answer}
      {pattern ? <Counts pattern={pattern} isBeside={answer !== null} /> : null}
    </>
  );
}

type Pattern = NonNullable<ShownCard['pattern']>;

function Counts({ pattern, isBeside }: { pattern: Pattern; isBeside: boolean }) {
  const intl = useIntl();
  const { last, earlier } = pattern;
  const recorded = (
    <p>
      <strong className={isBeside ? undefined : styles.figure}>{intl.formatNumber(last)}</strong>{' '}
      <Two of={WALL_WORDS.counts} values={() => ({ earlier })} />
    </p>
  );
  if (isBeside) return recorded;
  return (
    <div className={styles.pattern}>
      {recorded}
      <Bars pattern={pattern} />
      <p className={styles.small}>
        <TwoTexts say={(each) => monthsText(each, pattern)} main={intl} />
      </p>
    </div>
  );
}

function Bars({ pattern: { months } }: { pattern: Pattern }) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <div className={styles.bars} aria-hidden>
      {months.map(({ from, count }, i) => (
        <span
          key={from}
          data-before={i < 12 ? '' : undefined}
          style={{ blockSize: `${Math.max(2, (100 * count) / most)}%` }}
        />
      ))}
    </div>
  );
}

function monthsText(intl: IntlShape, { months, squares }: Pattern): string {
  const year = months.slice(-12);
  const month = (instant: string) =>
    intl.formatDate(instant, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [first, end] = [year.at(0), year.at(-1)];
  if (!first || !end) return '';
  const span = { from: month(middleOf(first)), to: month(middleOf(end)) };
  const side = squares.length === 0 ? 0 : Math.min(...squares.map((square) => square.side));
  return [
    intl.formatMessage(WALL_WORDS.months, span),
    ...(side > 0 ? [intl.formatMessage(WALL_WORDS.squares, { side })] : []),
  ].join(' ');
}

/** Well inside the month in every zone. */
const middleOf = ({ from }: { from: string }) => new Date(Date.parse(from) + 15 * 86_400_000).toISOString();
