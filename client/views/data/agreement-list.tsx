import { FormattedDate, FormattedMessage } from 'react-intl';
import { type Agreement, useEndAgreement } from '../../api/totals.ts';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './data.module.css';

export function AgreementList({ agreements, today }: { agreements: readonly Agreement[]; today: string }) {
  const end = useEndAgreement();
  if (agreements.length === 0) return null;
  return (
    <section className={styles.block} aria-labelledby="sharing-agreements">
      <h2 id="sharing-agreements">
        <FormattedMessage id="agreement.title" defaultMessage="Sharing agreements" />
      </h2>
      <ul className={styles.cards}>
        {agreements.map((agreement) => (
          <li key={agreement.id} className={styles.card}>
            <div className={styles.cardMain}>
              <h3 className={styles.cardTitle}>
                {agreement.organisation}
                {agreement.from <= today && today <= agreement.to ? (
                  <Badge>
                    <FormattedMessage id="agreement.inForce" defaultMessage="In force" />
                  </Badge>
                ) : null}
              </h3>
              <p className={styles.facts}>
                <span>{agreement.covers}</span>
                <span>
                  <Day value={agreement.from} /> – <Day value={agreement.to} />
                </span>
                <span>{agreement.agreedBy}</span>
              </p>
              <details className={styles.details}>
                <summary>
                  <FormattedMessage id="agreement.text" defaultMessage="Its words" />
                </summary>
                <p>{agreement.text}</p>
              </details>
            </div>
            {today < agreement.to && agreement.from <= today ? (
              <IfMay action="protection.change">
                <Button
                  size="small"
                  onPress={() => end.mutate({ agreement, to: today }, { onError: showFailure })}
                >
                  <FormattedMessage id="agreement.end" defaultMessage="End it today" />
                </Button>
              </IfMay>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Day({ value }: { value: string }) {
  return <FormattedDate value={`${value}T00:00:00Z`} timeZone="UTC" dateStyle="medium" />;
}
