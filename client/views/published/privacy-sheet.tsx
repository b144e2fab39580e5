import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Publication } from '../../api/publications.ts';
import styles from './published.module.css';

/** What was looked for and found, in plain words: what the two keys are turned for. */
export function PrivacySheet({ publication }: { publication: Publication }) {
  const { sheet, digest, zone } = publication;
  return (
    <section className={styles.section} aria-labelledby="publication-sheet">
      <h2 id="publication-sheet">
        <FormattedMessage id="published.sheet" defaultMessage="Privacy sheet" />
      </h2>
      <p>
        {sheet.worstCase === null ? (
          <FormattedMessage
            id="published.sheet.nothing"
            defaultMessage="No figure that is shown stands for an incident."
          />
        ) : (
          <FormattedMessage
            id="published.sheet.worst"
            defaultMessage="Whatever is added or subtracted, with all earlier releases too, stands for at least <b>{worst, number}</b> incidents. The floor is {least, number}."
            values={{
              worst: sheet.worstCase,
              least: sheet.least,
              b: (text) => <strong key="b">{text}</strong>,
            }}
          />
        )}
      </p>
      <dl className={styles.sheet}>
        <Fact name={<FormattedMessage id="published.sheet.figures" defaultMessage="Figures, with totals" />}>
          <FormattedMessage
            id="published.sheet.number"
            defaultMessage="{count, number}"
            values={{ count: sheet.figures }}
          />
        </Fact>
        <Fact
          name={
            <FormattedMessage id="published.sheet.small" defaultMessage="Not shown because they are small" />
          }
        >
          <FormattedMessage
            id="published.sheet.number"
            defaultMessage="{count, number}"
            values={{ count: sheet.small }}
          />
        </Fact>
        <Fact
          name={
            <FormattedMessage
              id="published.sheet.secondary"
              defaultMessage="Not shown because they would give a small one away"
            />
          }
        >
          <FormattedMessage
            id="published.sheet.number"
            defaultMessage="{count, number}"
            values={{ count: sheet.secondary }}
          />
        </Fact>
        <Fact name={<FormattedMessage id="published.sheet.incidents" defaultMessage="Incidents counted" />}>
          <FormattedMessage
            id="published.sheet.number"
            defaultMessage="{count, number}"
            values={{ count: sheet.incidents }}
          />
        </Fact>
        <Fact
          name={
            <FormattedMessage
              id="published.sheet.elsewhere"
              defaultMessage="Incidents of the period in none of the areas"
            />
          }
        >
          <FormattedMessage
            id="published.sheet.number"
            defaultMessage="{count, number}"
            values={{ count: sheet.elsewhere }}
          />
        </Fact>
        <Fact name={<FormattedMessage id="published.sheet.zone" defaultMessage="Months by the clock of" />}>
          <bdi>{zone}</bdi>
        </Fact>
      </dl>
      <h3>
        <FormattedMessage id="published.sheet.compared" defaultMessage="Held against these releases" />
      </h3>
      {sheet.comparedWith.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="published.sheet.first"
            defaultMessage="There was none before. Every step checks again what was released in the meantime."
          />
        </p>
      ) : (
        <ul className={styles.compared}>
          {sheet.comparedWith.map(({ id, title }) => (
            <li key={id}>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Digest digest={digest} />
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whoever kept the mark can see later that the figures are still the same. */
export function Digest({ digest }: { digest: string }) {
  return (
    <details className={styles.digest}>
      <summary>
        <FormattedMessage id="published.digest" defaultMessage="Mark of these figures" />
      </summary>
      <p className={styles.quiet}>
        <FormattedMessage
          id="published.digest.what"
          defaultMessage="A hash (SHA-256) of title, text and figures: as long as it is the same, they are."
        />
      </p>
      <code>{digest}</code>
    </details>
  );
}
