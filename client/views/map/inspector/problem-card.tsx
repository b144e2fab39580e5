import { FormattedMessage, useIntl } from 'react-intl';
import { useLinkedCounts } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { useMay } from '../../../api/session.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useFilterText } from '../filter-text.ts';
import { Facts } from './facts.tsx';
import styles from './inspector.module.css';

export function ProblemCard({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const filterText = useFilterText();
  const mayCount = useMay('incident.read');
  const count = useLinkedCounts([problem.id]).get(problem.id);
  return (
    <>
      <p className={styles.title}>{problem.title}</p>
      <Facts
        facts={[
          [intl.formatMessage({ id: 'map.problemCard.ref', defaultMessage: 'Reference' }), problem.ref],
          [
            intl.formatMessage({ id: 'map.problemCard.stage', defaultMessage: 'Stage' }),
            intl.formatMessage(
              {
                id: 'map.problemCard.stageName',
                defaultMessage:
                  '{stage, select, scanning {Scanning} analysis {Analysis} response {Response} assessment {Assessment} other {Closed}}',
              },
              { stage: problem.stage },
            ),
          ],
          [
            intl.formatMessage({ id: 'map.problemCard.linked', defaultMessage: 'Linked incidents' }),
            mayCount ? (count === undefined ? '…' : intl.formatNumber(count)) : null,
          ],
          [
            intl.formatMessage({ id: 'map.problemCard.rule', defaultMessage: 'Rule' }),
            problem.rule ? filterText(problem.rule) : null,
          ],
        ]}
      />
      {problem.statement ? <p className={styles.text}>{problem.statement}</p> : null}
      <LinkButton href={`/problems/${problem.id}`} kind="primary">
        <FormattedMessage id="map.problemCard.open" defaultMessage="Go to the case" />
      </LinkButton>
    </>
  );
}
