import { type ReactNode, useId, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type ChainItem, type ChainKind, type ChainStep, useChain } from './api/chain.ts';
import { ChainLink } from './chain-link.tsx';
import styles from './chain-strip.module.css';
import { COUNTS, GAPS, STEP_TITLES } from './chain-words.ts';
import { ErrorNotice } from './error-notice.tsx';

interface ChainStripProps {
  /** What the strip belongs to; it is marked in it. */
  kind: ChainKind;
  id: string;
}

/** From the concern to the answer in one strip: what there is links to where it is, what there is not is said. */
export function ChainStrip({ kind, id }: ChainStripProps) {
  const { data: steps, error } = useChain(kind, id);
  const title = useId();
  return (
    <section className={styles.chain} aria-labelledby={title}>
      <h2 id={title} className={styles.title}>
        <FormattedMessage id="chain.title" defaultMessage="From the concern to the answer" />
      </h2>
      <ErrorNotice error={error} />
      <ol className={styles.steps}>
        {(steps ?? []).map((step) => (
          <Step key={step.step} step={step} isHere={(item) => item.kind === kind && item.id === id} />
        ))}
      </ol>
    </section>
  );
}

/** The same, opened when somebody asks. */
export function ChainFold(props: ChainStripProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.fold}>
        <FormattedMessage id="chain.fold" defaultMessage="The whole chain" />
      </summary>
      {isOpen ? <ChainStrip {...props} /> : null}
    </details>
  );
}

function Step({ step, isHere }: { step: ChainStep; isHere: (item: ChainItem) => boolean }) {
  const intl = useIntl();
  const { items, total } = step;
  const here = items.find(isHere);
  return (
    <li className={styles.step} data-empty={total === 0 || undefined} data-here={here ? true : undefined}>
      <h3 className={styles.stepTitle}>{intl.formatMessage(STEP_TITLES[step.step])}</h3>
      {total === 0 ? (
        <p className={styles.gap}>
          {step.mayRead ? (
            intl.formatMessage(GAPS[step.step])
          ) : (
            <FormattedMessage id="chain.hidden" defaultMessage="Not shown to your role" />
          )}
        </p>
      ) : items.length === 1 && items[0] ? (
        <Item step={step} item={items[0]} isHere={here !== undefined} />
      ) : (
        <details>
          <summary>
            {intl.formatMessage(COUNTS[step.step], { count: total })}
            <Span items={items} isWhole={items.length === total} />
          </summary>
          <ul className={styles.items}>
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                <Item step={step} item={item} isHere={isHere(item)} />
              </li>
            ))}
            {total > items.length ? (
              <li className={styles.gap}>
                <FormattedMessage
                  id="chain.older"
                  defaultMessage="{count, plural, one {# older one} other {# older ones}}"
                  values={{ count: total - items.length }}
                />
              </li>
            ) : null}
          </ul>
        </details>
      )}
    </li>
  );
}

function Item({ step, item, isHere }: { step: ChainStep; item: ChainItem; isHere: boolean }) {
  return (
    <div className={styles.item}>
      <ChainLink step={step.step} item={item} isHere={isHere} />
      <p className={styles.date}>
        <Day at={item.at} />
      </p>
    </div>
  );
}

/** From when to when; the newest come first, so that of many the first day is not known. */
function Span({ items, isWhole }: { items: readonly ChainItem[]; isWhole: boolean }): ReactNode {
  const [last, first] = [items[0], items.at(-1)];
  if (!last || !first) return null;
  return (
    <span className={styles.date}>
      {isWhole && first.at.slice(0, 10) !== last.at.slice(0, 10) ? (
        <>
          <Day at={first.at} /> – <Day at={last.at} />
        </>
      ) : (
        <Day at={last.at} />
      )}
    </span>
  );
}

/** A day as it was written, or an instant as a day. */
function Day({ at }: { at: string }) {
  const isDay = at.length === 10;
  return <FormattedDate value={at} dateStyle="medium" {...(isDay && { timeZone: 'UTC' })} />;
}
