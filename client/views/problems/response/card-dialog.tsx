import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type ResponseCard, useResponseCards } from '../../../api/response-cards.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useChoices } from '../body-words.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { SIDE_WORDS, type TriangleSide } from '../side-words.ts';
import { CardFormDialog } from './card-form-dialog.tsx';
import { CardText } from './card-text.tsx';
import { cardsFound } from './cards-found.ts';
import { FAMILY_WORDS } from './option-words.ts';
import { TriedBefore } from './tried-before.tsx';
import { useRemoveCardWithUndo } from './use-remove-card.ts';

interface CardDialogProps {
  /** Named in the triangle of the case. */
  weakSide: TriangleSide | null;
  problemId: string;
  onClose: () => void;
  onChoose: (card: ResponseCard) => void;
}

type SideChoice = TriangleSide | 'all';

/** The library of responses, those for the weak side first; cards of the workspace are written here too. */
export function CardDialog({ weakSide, problemId, onClose, onChoose }: CardDialogProps) {
  const intl = useIntl();
  const choices = useChoices();
  const { data: cards = [], error } = useResponseCards();
  const [side, setSide] = useState<SideChoice>(weakSide ?? 'all');
  const [words, setWords] = useState('');
  const [written, setWritten] = useState<ResponseCard | 'new' | null>(null);
  const found = cardsFound(cards, { words, side: side === 'all' ? null : side });
  const every = intl.formatMessage({ id: 'cards.side.all', defaultMessage: 'Every side' });
  if (written)
    return <CardFormDialog card={written === 'new' ? null : written} onClose={() => setWritten(null)} />;
  return (
    <Dialog
      title={intl.formatMessage({ id: 'cards.title', defaultMessage: 'Begin from a response card' })}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <IfMay action="response-card.change">
          <Button onPress={() => setWritten('new')}>
            <Plus aria-hidden size={18} />
            <FormattedMessage id="card.add" defaultMessage="Add a card of your own" />
          </Button>
        </IfMay>
      }
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
            <Card card={card} problemId={problemId} onChoose={onChoose} onWrite={setWritten} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface CardProps {
  card: ResponseCard;
  problemId: string;
  onChoose: (card: ResponseCard) => void;
  onWrite: (card: ResponseCard) => void;
}

function Card({ card, problemId, onChoose, onWrite }: CardProps) {
  const intl = useIntl();
  const remove = useRemoveCardWithUndo();
  const isOwn = card.version !== null;
  return (
    <details>
      <summary className={work.cardSummary}>
        <strong>
          {card.number ? `${card.number} ` : ''}
          {card.title}
        </strong>
        <Badge>{intl.formatMessage(FAMILY_WORDS[card.family])}</Badge>
        {isOwn ? (
          <Badge tone="teal">
            <FormattedMessage id="card.own" defaultMessage="Your own" />
          </Badge>
        ) : null}
        <span className={styles.quiet}>{card.mechanism}</span>
      </summary>
      <CardText card={card} />
      <TriedBefore cardId={card.id} problemId={problemId} />
      <div className={styles.buttons}>
        <Button kind="primary" size="small" onPress={() => onChoose(card)}>
          <FormattedMessage id="cards.use" defaultMessage="Begin an option from this" />
        </Button>
        <IfMay action="response-card.change">
          <Button size="small" onPress={() => onWrite(card)}>
            {isOwn ? (
              <FormattedMessage id="problem.edit" defaultMessage="Edit" />
            ) : (
              <FormattedMessage id="card.copy" defaultMessage="Write your own from this" />
            )}
          </Button>
          {isOwn ? (
            <Button size="small" onPress={() => remove(card)}>
              <FormattedMessage id="card.retire" defaultMessage="Take out" />
            </Button>
          ) : null}
        </IfMay>
      </div>
    </details>
  );
}
