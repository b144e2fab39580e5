import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../agenda-item-words.ts';
import type { AgendaItem } from '../../api/meetings.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { viewOfBounds } from '../../view-of-bounds.ts';
import { AGENDA_STATE_WORDS, itemTitle, ruleText } from './agenda-words.ts';
import styles from './meetings.module.css';

interface AgendaLineProps {
  item: AgendaItem;
  number: number;
  isLast: boolean;
  isNew: boolean;
  isCurrent: boolean;
  /** Left out where it may not be written. */
  onMove?: (by: -1 | 1) => void;
  onEdit?: () => void;
  onDrop?: () => void;
}

/** One item: what it is, why it is there, and where it stands in the order. */
export function AgendaLine({
  item,
  number,
  isLast,
  isNew,
  isCurrent,
  onMove,
  onEdit,
  onDrop,
}: AgendaLineProps) {
  const intl = useIntl();
  const title = itemTitle(intl, item);
  const kind = intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]);
  const rule = ruleText(intl, item);
  const name = (message: string) => `${message}: ${title}`;
  // With Alt and an arrow an item moves from whichever of its buttons holds the focus.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !onMove || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (by === -1 ? number > 1 : !isLast) onMove(by);
  };
  return (
    <li className={styles.item} aria-current={isCurrent ? 'step' : undefined} onKeyDown={onKeyDown}>
      <span className={styles.number}>{intl.formatNumber(number)}</span>
      <div className={styles.lineMain}>
        <div className={styles.lineHead}>
          <bdi>{title}</bdi>
          {isNew ? (
            <Badge tone="teal">
              <FormattedMessage id="agenda.new" defaultMessage="New" />
            </Badge>
          ) : null}
          {item.state === 'open' ? null : <Badge>{intl.formatMessage(AGENDA_STATE_WORDS[item.state])}</Badge>}
        </div>
        <div className={styles.facts}>
          {title === kind ? null : <span>{kind}</span>}
          {item.minutes === null ? null : (
            <span>
              <FormattedMessage
                id="agenda.line.minutes"
                defaultMessage="{minutes, plural, one {# minute} other {# minutes}}"
                values={{ minutes: item.minutes }}
              />
            </span>
          )}
          {rule ? (
            <bdi>{rule}</bdi>
          ) : (
            <span>
              <FormattedMessage id="agenda.byHand" defaultMessage="Put in by hand" />
            </span>
          )}
          {item.problemId ? (
            <Link to="/problems/$id" params={{ id: item.problemId }}>
              <FormattedMessage id="agenda.openCase" defaultMessage="Open the case" />
            </Link>
          ) : null}
          {item.commitmentId ? (
            <Link to="/commitments" search={{ show: 'all' }} hash={`commitment-${item.commitmentId}`}>
              <FormattedMessage id="agenda.openCommitment" defaultMessage="Open the commitment" />
            </Link>
          ) : null}
          {item.concernId ? (
            <Link to="/concerns/$id" params={{ id: item.concernId }}>
              <FormattedMessage id="agenda.openConcern" defaultMessage="Open the concern" />
            </Link>
          ) : null}
          {item.exhibitId ? (
            <span>
              <FormattedMessage id="agenda.hasAnswer" defaultMessage="With a kept answer" />
            </span>
          ) : null}
          {item.view?.bounds ? (
            <Link to="/" search={{ at: viewOfBounds(item.view.bounds) }}>
              <FormattedMessage id="agenda.openView" defaultMessage="Show on the map" />
            </Link>
          ) : null}
        </div>
        {item.outcome ? <p className={styles.text}>{item.outcome}</p> : null}
      </div>
      <div className={styles.buttons}>
        {onMove ? (
          <>
            <IconButton
              label={name(intl.formatMessage({ id: 'agenda.up', defaultMessage: 'Move up' }))}
              icon={<ArrowUp aria-hidden size={18} />}
              isDisabled={number === 1}
              onPress={() => onMove(-1)}
            />
            <IconButton
              label={name(intl.formatMessage({ id: 'agenda.down', defaultMessage: 'Move down' }))}
              icon={<ArrowDown aria-hidden size={18} />}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
          </>
        ) : null}
        {onEdit ? (
          <IconButton
            label={name(intl.formatMessage({ id: 'agenda.edit', defaultMessage: 'Change' }))}
            icon={<Pencil aria-hidden size={18} />}
            onPress={onEdit}
          />
        ) : null}
        {onDrop ? (
          <IconButton
            label={name(intl.formatMessage({ id: 'agenda.drop', defaultMessage: 'Drop' }))}
            icon={<Trash2 aria-hidden size={18} />}
            onPress={onDrop}
          />
        ) : null}
      </div>
    </li>
  );
}
