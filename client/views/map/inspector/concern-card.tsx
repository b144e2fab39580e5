import { FormattedMessage, useIntl } from 'react-intl';
import type { Concern } from '../../../api/concerns.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useMapContext } from '../map-context.ts';
import { Facts } from './facts.tsx';
import styles from './inspector.module.css';

/** What was raised, as far as the map says it; the rest is on its own page. */
export function ConcernCard({ concern }: { concern: Concern }) {
  const intl = useIntl();
  const { records } = useMapContext();
  const category = records.categories.find(({ id }) => id === concern.categoryId)?.name;
  return (
    <>
      <p className={styles.title}>
        {concern.summary || (
          <FormattedMessage id="concern.erased" defaultMessage="Erased at the wish of whoever raised it" />
        )}
      </p>
      <Facts
        facts={[
          [
            intl.formatMessage({ id: 'concern.receivedOn', defaultMessage: 'Received on' }),
            intl.formatDate(concern.receivedOn, { timeZone: 'UTC', dateStyle: 'medium' }),
          ],
          [
            intl.formatMessage({ id: 'concern.category', defaultMessage: 'What kind of thing' }),
            category ?? null,
          ],
          [
            intl.formatMessage({ id: 'map.concernCard.place', defaultMessage: 'Place' }),
            concern.sideM === null
              ? intl.formatMessage({ id: 'concern.where.exact', defaultMessage: 'marked on the map' })
              : intl.formatMessage(
                  { id: 'concern.where.square', defaultMessage: 'within {side} m' },
                  { side: intl.formatNumber(concern.sideM) },
                ),
          ],
          [
            intl.formatMessage({ id: 'map.concernCard.answer', defaultMessage: 'Answer' }),
            concern.dueOn === null
              ? null
              : intl.formatMessage(
                  {
                    id: 'map.concernCard.due',
                    defaultMessage: '{late, select, true {overdue since {day}} other {due {day}}}',
                  },
                  {
                    late: String(concern.isOverdue),
                    day: intl.formatDate(concern.dueOn, { timeZone: 'UTC', dateStyle: 'medium' }),
                  },
                ),
          ],
        ]}
      />
      <LinkButton href={`/concerns/${concern.id}`} kind="primary">
        <FormattedMessage id="map.concernCard.open" defaultMessage="Go to the concern" />
      </LinkButton>
      {concern.problem ? (
        <LinkButton href={`/problems/${concern.problem.id}`}>
          <FormattedMessage
            id="map.concernCard.case"
            defaultMessage="Go to its case, {ref}"
            values={{ ref: concern.problem.ref }}
          />
        </LinkButton>
      ) : null}
    </>
  );
}
