import { useState } from 'react';
import { FormattedDate, FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import { useMay } from '../../api/session.ts';
import { type Agreement, type Total, useAgreements, useTotals } from '../../api/totals.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';
import { AgreementList } from './agreement-list.tsx';
import styles from './data.module.css';
import { TotalDialog } from './total-dialog.tsx';

/** Monthly totals of what is kept in totals only, and the agreements they are given under. No map. */
export function Totals({ today }: { today: string }) {
  const totals = useTotals();
  const agreements = useAgreements();
  const mayEnter = useMay('aggregate.enter');
  const [edited, setEdited] = useState<Total | 'new' | null>(null);
  const [agreeing, setAgreeing] = useState(false);
  const inForce = (agreements.data ?? []).filter(({ from, to }) => from <= today && today <= to);
  return (
    <div className={styles.block}>
      <p className={styles.quiet}>
        <FormattedMessage
          id="totals.text"
          defaultMessage="Of categories that are kept in totals only, a service provider gives the number of a month and an area, under a sharing agreement. A number below 10 is kept as “fewer than 10”. None of it is on a map."
        />
      </p>
      <ErrorNotice error={totals.error ?? agreements.error} />
      {mayEnter && agreements.data && inForce.length === 0 ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage
              id="totals.noAgreement"
              defaultMessage="No sharing agreement is in force, so no total can be entered. A data guardian records one."
            />
          }
        />
      ) : null}
      <div className={styles.buttons}>
        {mayEnter && inForce.length > 0 ? (
          <Button kind="primary" onPress={() => setEdited('new')}>
            <FormattedMessage id="totals.enter" defaultMessage="Enter a total" />
          </Button>
        ) : null}
        <IfMay action="protection.change">
          <Button onPress={() => setAgreeing(true)}>
            <FormattedMessage id="totals.agree" defaultMessage="Record a sharing agreement" />
          </Button>
        </IfMay>
      </div>
      <TotalTable
        totals={totals.data}
        agreements={agreements.data ?? []}
        onEdit={mayEnter ? setEdited : undefined}
      />
      <AgreementList agreements={agreements.data ?? []} today={today} />
      {edited ? (
        <TotalDialog
          total={edited === 'new' ? null : edited}
          agreements={inForce}
          today={today}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {agreeing ? <AgreementDialog today={today} onClose={() => setAgreeing(false)} /> : null}
    </div>
  );
}

interface TotalTableProps {
  totals: readonly Total[] | undefined;
  agreements: readonly Agreement[];
  onEdit?: ((total: Total) => void) | undefined;
}

function TotalTable({ totals, agreements, onEdit }: TotalTableProps) {
  const intl = useIntl();
  const { data: categories } = useCategories();
  const { data: areas } = useAreas();
  const categoryOf = (id: number) => categories?.find((category) => category.id === id)?.name ?? '–';
  const areaOf = (id: number) => areas?.find((area) => area.id === id)?.name ?? '–';
  const giverOf = (id: number) => agreements.find((agreement) => agreement.id === id)?.organisation ?? '–';
  if (!totals) return null;
  if (totals.length === 0)
    return (
      <p>
        <FormattedMessage id="totals.none" defaultMessage="No total has been entered." />
      </p>
    );
  return (
    <Table
      label={intl.formatMessage({ id: 'totals.title', defaultMessage: 'Totals' })}
      rows={totals}
      rowId={({ id }) => id}
      onRowAction={onEdit}
      height="min(50dvh, 480px)"
      columns={[
        {
          id: 'month',
          title: intl.formatMessage({ id: 'totals.month', defaultMessage: 'Month' }),
          cell: ({ month }) => (
            <FormattedDate value={`${month}-01T00:00:00Z`} timeZone="UTC" year="numeric" month="long" />
          ),
          sortBy: ({ month }) => month,
          rowHeader: true,
          minWidth: 130,
        },
        {
          id: 'category',
          title: intl.formatMessage({ id: 'totals.category', defaultMessage: 'Category' }),
          cell: ({ categoryId }) => categoryOf(categoryId),
          sortBy: ({ categoryId }) => categoryOf(categoryId),
          minWidth: 160,
        },
        {
          id: 'area',
          title: intl.formatMessage({ id: 'totals.area', defaultMessage: 'Area' }),
          cell: ({ areaId }) => areaOf(areaId),
          sortBy: ({ areaId }) => areaOf(areaId),
          minWidth: 130,
        },
        {
          id: 'count',
          title: intl.formatMessage({ id: 'totals.count', defaultMessage: 'Number' }),
          cell: ({ count }) =>
            count === null ? (
              <FormattedMessage id="totals.fewer" defaultMessage="fewer than 10" />
            ) : (
              <FormattedNumber value={count} />
            ),
          sortBy: ({ count }) => count ?? 0,
          numeric: true,
          minWidth: 120,
        },
        {
          id: 'giver',
          title: intl.formatMessage({ id: 'totals.giver', defaultMessage: 'Given by' }),
          cell: ({ agreementId }) => giverOf(agreementId),
          sortBy: ({ agreementId }) => giverOf(agreementId),
          minWidth: 140,
        },
      ]}
    />
  );
}
