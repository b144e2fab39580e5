import { useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import { type Publication, usePublication, usePublicationTable } from '../../api/publications.ts';
import { useAreaKindText } from '../../area-kind-text.ts';
import { ChainFold } from '../../chain-strip.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Figures } from './figures.tsx';
import { KeysSection } from './keys-section.tsx';
import { monthAfter } from './months.ts';
import { usePeriodText } from './period-text.ts';
import { PrivacySheet } from './privacy-sheet.tsx';
import styles from './published.module.css';
import { StateMark } from './state-words.tsx';

/** One publication: what the public sees, what was checked, and the two keys that let it out. */
export function PublicationView() {
  const { id } = useParams({ from: '/published/$id' });
  const { data: publication, error } = usePublication(id);
  if (error instanceof ApiError && error.status === 404) return <Gone />;
  return (
    <div className={styles.page}>
      <LinkButton kind="quiet" size="small" href="/published">
        <ArrowLeft aria-hidden className={styles.mirrored} />
        <FormattedMessage id="published.back" defaultMessage="All publications" />
      </LinkButton>
      <ErrorNotice error={error} />
      {publication ? <Loaded publication={publication} /> : null}
    </div>
  );
}

function Loaded({ publication }: { publication: Publication }) {
  const { data: table, error } = usePublicationTable(publication.id);
  return (
    <>
      <Head publication={publication} />
      {publication.state === 'released' ? <ChainFold kind="publication" id={publication.id} /> : null}
      <div className={styles.sections}>
        <section className={styles.section} aria-labelledby="publication-figures">
          <h2 id="publication-figures">
            <FormattedMessage id="published.figures" defaultMessage="What the public sees" />
          </h2>
          <ErrorNotice error={error} />
          {table ? <Figures table={table} /> : null}
        </section>
        <div className={styles.side}>
          <KeysSection publication={publication} />
          <PrivacySheet publication={publication} />
        </div>
      </div>
    </>
  );
}

function Head({ publication }: { publication: Publication }) {
  const intl = useIntl();
  const periodText = usePeriodText();
  const kindText = useAreaKindText();
  const { title, text, state, wish, subjects, strikeReason } = publication;
  return (
    <header className={styles.titles}>
      <div className={styles.lineHead}>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <StateMark state={state} />
      </div>
      <p className={styles.facts}>
        <span>{periodText(wish.from, monthAfter(wish.to, 1))}</span>
        <span>{kindText(wish.areaKind)}</span>
        <span>
          {subjects ? (
            <bdi>{intl.formatList(subjects)}</bdi>
          ) : (
            <FormattedMessage id="published.allCategories" defaultMessage="All categories" />
          )}
        </span>
      </p>
      {text ? (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      ) : null}
      {strikeReason ? (
        <Notice
          tone="amber"
          title={
            <FormattedMessage id="published.struck" defaultMessage="Struck: these figures do not hold" />
          }
        >
          <p dir="auto">{strikeReason}</p>
        </Notice>
      ) : null}
    </header>
  );
}

function Gone() {
  const intl = useIntl();
  return (
    <div className={styles.page}>
      <EmptyState
        title={intl.formatMessage({ id: 'published.gone', defaultMessage: 'This publication is not here' })}
        action={
          <LinkButton href="/published">
            <FormattedMessage id="published.back" defaultMessage="All publications" />
          </LinkButton>
        }
      >
        <FormattedMessage id="published.gone.text" defaultMessage="Perhaps the address is not complete." />
      </EmptyState>
    </div>
  );
}
