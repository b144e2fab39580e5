import { useIntl } from 'react-intl';
import { type Commitment, useVerifications, type Verification } from '../../../api/commitments.ts';
import { tallyColumns, tallyDissent, tallyRows, tallyTitle } from '../../../tally-words.ts';
import { FigureTable } from '../../../ui/figure-table.tsx';
import styles from '../problems.module.css';

/** What residents said of the deliveries of a commitment, the last first; each group beside the others. */
export function Tallies({ commitment }: { commitment: Commitment }) {
  const { data = [] } = useVerifications(commitment.id, isJudged(commitment));
  return data.toReversed().map((said) => <Said key={said.round} said={said} />);
}

/** Only then is there something to ask for. */
function isJudged({ state, round }: Pick<Commitment, 'state' | 'round'>): boolean {
  return round > 1 || state === 'verified' || state === 'partly_verified' || state === 'not_verified';
}

function Said({ said }: { said: Verification }) {
  const intl = useIntl();
  const title = tallyTitle(intl, said);
  return (
    <>
      <p className={styles.quiet}>{title}</p>
      <FigureTable
        label={title}
        columns={tallyColumns(intl)}
        rows={tallyRows(intl, said).map(({ id, name, figures }) => ({
          id,
          name,
          figures: figures.map((text) => ({ text })),
        }))}
      />
      {tallyDissent(intl, said).map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
    </>
  );
}
