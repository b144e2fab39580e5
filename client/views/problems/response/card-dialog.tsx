import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type ResponseCard, useResponseCards } from '../../../api/response-cards.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { SIDE_WORDS, type TriangleSide } from '../side-words.ts';
import { CardText } from './card-text.tsx';
import { cardsFound } from './cards-found.ts';
import { FAMILY_WORDS } from './option-words.ts';
import { TriedBefore } from './tried-before.tsx';

interface CardDialogProps {
  /** Named in the triangle of the case. */
  weakSide: TriangleSide | null;
  problemId: string;
  onClose: () => void;
  onChoose: (card: ResponseCard) => void;
}

type SideChoice = TriangleSide | 'all';

/** The library of responses, those for the weak side first. */
export function CardDialog({ weakSide, problemId, onClose, onChoose }: CardDialogProps) {
  const intl = useIntl();
  const choices = useChoices();
  const { data: cards = [], error } = useResponseCards();
  const [side, setSide] = useState<SideChoice>(weakSide ?? 'all');
  const [words, setWords] = useState('');
  const found = cardsFound(cards, { words, side: side === 'all' ? null : side });
  const every = intl.formatMessage({ id: 'cards.side.all', defaultMessage: 'Every side' });
  return (
    <Dialog
      title={intl.formatMessage({ id: 'cards.title', defaultMessage: 'Begin from a response card' })}
      isOpen
      onClose={onClose}
      size="wide"
    >
      <ErrorNotice error={error} />
      <div className={styles.dates}>
        <Select
          label={intl.formatMessage({ id: 'cards.side', defaultMessage: 'Acts on' })}
          choices={[{ id: 'all' as const, label: every }, ...choices(SIDE_WORDS)]}
          value={side}
          onChange={setSide}
        />
        <TextField
          label={intl.formatMessage({ id: 'cards.search', defaultMessage: 'Search' })}
          type="search"
          value={words}
          onChange={setWords}
        />
      </div>
      <p className={styles.quiet} role="status">
        <FormattedMessage
          id="cards.count"
          defaultMessage="{n, plural, =0 {No card fits} one {# card} other {# cards}}"
          values={{ n: found.length }}
        />
      </p>
      <ul className={styles.lines}>
        {found.map((card) => (
          <li key={card.id}>
            <details>
              <summary className={work.cardSummary}>
                <strong>
                  {card.number ? `${card.number} ` : ''}
                  {card.title}
                </strong>
                <Badge>{intl.formatMessage(FAMILY_WORDS[card.family])}</Badge>
                <span className={styles.quiet}>{card.mechanism}</span>
              </summary>
              <CardText card={card} />
              <TriedBefore cardId={card.id} problemId={problemId} />
              <div className={styles.buttons}>
                <Button kind="primary" size="small" onPress={() => onChoose(card)}>
                  <FormattedMessage id="cards.use" defaultMessage="Begin an option from this" />
                </Button>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
