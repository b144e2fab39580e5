import { FormattedDate, useIntl } from 'react-intl';
import { useProblemHistory } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { STAGE_WORDS, STAGES } from '../stages.ts';
import styles from './case-file.module.css';

/** From stage to stage, each with its reason. */
export function HistoryPage({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const { data: history } = useProblemHistory(problem.id);
  const nameOf = (stage: unknown) => {
    const known = STAGES.find((one) => one === stage);
    return known ? intl.formatMessage(STAGE_WORDS[known]) : '–';
  };
  const moves = (history ?? []).filter(({ action }) => action === 'create' || action === 'stage');
  return (
    <table className={styles.moves}>
      <tbody>
        {moves
          .toSorted((a, b) => a.id - b.id)
          .map(({ id, at, change, reason }) => (
            <tr key={id}>
              <th scope="row">
                <FormattedDate value={at} dateStyle="medium" />
              </th>
              <td>{nameOf(change.stage?.[1])}</td>
              <td>{reason}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
