import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import { type ShownItem, type ShownMeeting, useShownCard } from '../../../api/meeting-show.ts';
import { CardMap } from './card-map.tsx';
import { PatternFacts } from './pattern-facts.tsx';
import { PromiseFacts } from './promise-facts.tsx';
import { reasonText } from './reason-text.ts';
import styles from './stage.module.css';
import { Titles } from './titles.tsx';

interface CardProps {
  meeting: ShownMeeting;
  item: ShownItem;
}

/** One item as the room sees it. */
export function Card({ meeting, item }: CardProps) {
  const intl = useIntl();
  const { data: card } = useShownCard(meeting.id, item.id);
  const reason = reasonText(intl, item);
  const hasMap = card && (card.view?.bounds || card.commitment?.geometry || card.case?.geometry);
  const heading = intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]);
  return (
    <article className={styles.card} data-map={hasMap ? '' : undefined}>
      <header className={styles.top}>
        {item.title === '' ? null : <p className={styles.kind}>{heading}</p>}
        <Titles item={item} languages={meeting.languages} />
      </header>
      <div className={styles.words}>
        {item.isWithheld ? (
          <p className={styles.quiet}>
            <FormattedMessage
              id="show.withheld"
              defaultMessage="What this is about is not open to the committee."
            />
          </p>
        ) : null}
        {card?.commitment ? <PromiseFacts promise={card.commitment} title={item.title} /> : null}
        {card?.case && !card.commitment ? (
          <PatternFacts of={card.case} pattern={card.pattern} title={item.title} />
        ) : null}
        {reason === null || card?.commitment ? null : <p>{reason}</p>}
        {item.outcome === '' ? null : (
          <div className={styles.outcome}>
            <p className={styles.kind}>
              <FormattedMessage id="show.outcome" defaultMessage="What came of it" />
            </p>
            <p dir="auto" className={styles.pre}>
              {item.outcome}
            </p>
          </div>
        )}
      </div>
      {card && hasMap ? <CardMap key={card.id} card={card} /> : null}
    </article>
  );
}
