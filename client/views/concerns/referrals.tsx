import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useReferrals } from '../../api/concerns.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Table } from '../../ui/table.tsx';
import { PATHWAY_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';

/** How many were passed on without anything of them being kept. */
export function Referrals() {
  const intl = useIntl();
  const { data: referrals, error } = useReferrals();
  if (error) return <ErrorNotice error={error} />;
  if (!referrals || referrals.length === 0) return null;
  return (
    <section className={styles.block} aria-labelledby="concern-referrals">
      <h2 id="concern-referrals">
        <FormattedMessage id="concerns.referrals" defaultMessage="Passed on as protected" />
      </h2>
      <p className={styles.quiet}>
        <FormattedMessage
          id="concerns.referrals.text"
          defaultMessage="Violence at home, violence against children, trafficking and what else is protected here: the person was taken to a service. No word and no place was kept."
        />
      </p>
      <Table
        label={intl.formatMessage({ id: 'concerns.referrals', defaultMessage: 'Passed on as protected' })}
        rows={referrals}
        rowId={({ receivedOn, pathway }) => `${receivedOn} ${pathway}`}
        height={Math.min(320, 44 * (referrals.length + 1))}
        columns={[
          {
            id: 'day',
            title: intl.formatMessage({ id: 'concerns.day', defaultMessage: 'Day' }),
            cell: ({ receivedOn }) => <FormattedDate value={receivedOn} timeZone="UTC" dateStyle="medium" />,
            rowHeader: true,
            minWidth: 110,
          },
          {
            id: 'pathway',
            title: intl.formatMessage({ id: 'concerns.pathway', defaultMessage: 'Taken to' }),
            cell: ({ pathway }) => intl.formatMessage(PATHWAY_WORDS[pathway]),
            minWidth: 160,
          },
          {
            id: 'count',
            title: intl.formatMessage({ id: 'concerns.count', defaultMessage: 'Number' }),
            cell: ({ count }) => <FormattedNumber value={count} />,
            numeric: true,
            minWidth: 80,
          },
        ]}
      />
    </section>
  );
}
