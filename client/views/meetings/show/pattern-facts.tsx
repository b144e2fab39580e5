import { FormattedMessage, useIntl } from 'react-intl';
import type { ShownCard } from '../../../api/meeting-show.ts';
import styles from './stage.module.css';

interface PatternFactsProps {
  of: NonNullable<ShownCard['case']>;
  pattern: ShownCard['pattern'];
  /** Of the item: what it says already is not said again. */
  title: string;
}

/** A case as the committee sees it: where it stands, and how much was recorded, month by month. */
export function PatternFacts({ of, pattern, title }: PatternFactsProps) {
  return (
    <>
      <p>
        <bdi>{of.ref}</bdi> {title.includes(of.title) ? null : <span dir="auto">{of.title}</span>}
        {' · '}
        <FormattedMessage
          id="show.stage"
          defaultMessage="{stage, select, scanning {Scanning} analysis {Analysis} response {Response} assessment {Assessment} other {Closed}}"
          values={{ stage: of.stage }}
        />
      </p>
      {pattern ? <Counts pattern={pattern} /> : null}
    </>
  );
}

function Counts({ pattern }: { pattern: NonNullable<ShownCard['pattern']> }) {
  const intl = useIntl();
  const { months, last, earlier, squares } = pattern;
  const side = squares.length === 0 ? 0 : Math.min(...squares.map((square) => square.side));
  const most = Math.max(1, ...months.map(({ count }) => count));
  const year = months.slice(-12);
  const month = (instant: string) =>
    intl.formatDate(instant, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const [first, end] = [year.at(0), year.at(-1)];
  return (
    <div className={styles.pattern}>
      <p>
        <FormattedMessage
          id="show.pattern.counts"
          defaultMessage="<big>{last, number}</big> recorded in the last 12 months, {earlier, number} in the 12 before"
          values={{
            last,
            earlier,
            big: (parts) => <strong className={styles.figure}>{parts}</strong>,
          }}
        />
      </p>
      <div className={styles.bars} aria-hidden>
        {months.map(({ from, count }, i) => (
          <span
            key={from}
            data-before={i < 12 ? '' : undefined}
            style={{ blockSize: `${Math.max(2, (100 * count) / most)}%` }}
          />
        ))}
      </div>
      <p className={styles.small}>
        {first && end ? (
          <FormattedMessage
            id="show.pattern.months"
            defaultMessage="By month; {from} to {to} in full colour. {side, select, 0 {} other {On the map squares of {metres, number} m and more, the stronger the colour the more was recorded; none of fewer than three.}}"
            values={{
              from: month(middleOf(first)),
              to: month(middleOf(end)),
              side: String(side),
              metres: side,
            }}
          />
        ) : null}
      </p>
    </div>
  );
}

/** Well inside the month in every zone. */
const middleOf = ({ from }: { from: string }) => new Date(Date.parse(from) + 15 * 86_400_000).toISOString();
