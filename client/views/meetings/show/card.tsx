import { useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import { type ShownItem, type ShownMeeting, useShownCard } from '../../../api/meeting-show.ts';
import { CardMap } from './card-map.tsx';
import { GivenPromises } from './given-promises.tsx';
import { JoinSign } from './join-sign.tsx';
import { KeptAnswer } from './kept-answer.tsx';
import { PatternFacts } from './pattern-facts.tsx';
import { PromiseFacts } from './promise-facts.tsx';
import { reasonText } from './reason-text.ts';
import { ShownVotes } from './shown-votes.tsx';
import styles from './stage.module.css';
import { Titles } from './titles.tsx';
import { Two, TwoTexts } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

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
  return (
    <article className={styles.card} data-map={hasMap ? '' : undefined}>
      <header className={styles.top}>
        {item.title === '' ? null : (
          <p className={styles.kind}>
            <Two of={AGENDA_ITEM_WORDS[item.kind]} inline />
          </p>
        )}
        <Titles item={item} languages={meeting.languages} />
      </header>
      <div className={styles.words}>
        {item.isWithheld ? (
          <p className={styles.quiet}>
            <Two of={WALL_WORDS.withheld} />
          </p>
        ) : null}
        {item.kind === 'welcome' ? <JoinSign meetingId={meeting.id} isLarge /> : null}
        {card ? <GivenPromises given={card.given} /> : null}
        <ShownVotes meetingId={meeting.id} itemId={item.id} languages={meeting.languages} />
        {card?.commitment ? <PromiseFacts promise={card.commitment} title={item.title} /> : null}
        {card?.case && !card.commitment ? (
          <PatternFacts
            of={card.case}
            pattern={card.answer?.undrawn === null ? null : card.pattern}
            title={item.title}
            answer={
              card.answer ? (
                <KeptAnswer answer={card.answer} />
              ) : card.isAnswerGone ? (
                <p>
                  <Two of={WALL_WORDS.gone} />
                </p>
              ) : null
            }
          />
        ) : null}
        {reason === null || card?.commitment ? null : (
          <p>
            <TwoTexts say={(each) => reasonText(each, item) ?? ''} main={intl} />
          </p>
        )}
        {item.outcome === '' ? null : (
          <div className={styles.outcome}>
            <p className={styles.kind}>
              <Two of={WALL_WORDS.outcome} inline />
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
