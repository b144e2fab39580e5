import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type AgendaItem,
  type Meeting,
  useAgenda,
  useChangeAgendaItem,
  useDraftAgenda,
  useDropAgendaItem,
  useOrderAgenda,
} from '../../api/meetings.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import { AgendaLine } from './agenda-line.tsx';
import { itemTitle } from './agenda-words.ts';
import { ItemDialog } from './item-dialog.tsx';
import styles from './meetings.module.css';

/** The agenda: drafted by its rules, put in order and changed by those who prepare the meeting. */
export function AgendaSection({ meeting }: { meeting: Meeting }) {
  const intl = useIntl();
  const { data: items = [], error } = useAgenda(meeting.id);
  const draft = useDraftAgenda();
  const order = useOrderAgenda(meeting.id);
  const take = useChangeAgendaItem();
  const [edited, setEdited] = useState<AgendaItem | 'new' | null>(null);
  const [added, setAdded] = useState<readonly string[]>([]);
  const drop = useDropWithUndo();
  const shown = items.filter(({ state }) => state !== 'dropped');
  const dropped = items.filter(({ state }) => state === 'dropped');
  const mayWrite = meeting.mayChange && (meeting.state === 'planned' || meeting.state === 'running');
  const minutes = shown.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
  const holdFocus = useHeldFocus(shown.map(({ id }) => id).join());
  const move = (item: AgendaItem, by: -1 | 1) => {
    holdFocus();
    const ids = shown.map(({ id }) => id);
    const place = ids.indexOf(item.id);
    order.mutate(ids.toSpliced(place, 1).toSpliced(place + by, 0, item.id), { onError: showFailure });
  };
  const draftAgain = () =>
    draft.mutate(meeting.id, {
      onSuccess: (found) => {
        setAdded(shown.length > 0 ? found.added : []);
        showToast({
          text: intl.formatMessage(
            {
              id: 'agenda.drafted',
              defaultMessage:
                '{added, plural, =0 {Nothing new} one {# new item} other {# new items}}{gone, plural, =0 {} one {, # is settled} other {, # are settled}}',
            },
            { added: found.added.length, gone: found.gone },
          ),
        });
      },
    });
  return (
    <section className={styles.section} aria-labelledby="meeting-agenda">
      <div className={styles.head}>
        <div>
          <h2 id="meeting-agenda">
            <FormattedMessage id="agenda.heading" defaultMessage="Agenda" />
          </h2>
          {shown.length > 0 ? (
            <p className={styles.quiet}>
              <FormattedMessage
                id="agenda.sum"
                defaultMessage="{count, plural, one {# item} other {# items}}, {minutes, plural, one {# minute} other {# minutes}}"
                values={{ count: shown.length, minutes }}
              />
            </p>
          ) : null}
        </div>
        {mayWrite ? (
          <div className={styles.buttons}>
            {meeting.state === 'planned' ? (
              <Button
                kind={shown.length === 0 ? 'primary' : 'plain'}
                onPress={draftAgain}
                isPending={draft.isPending}
              >
                {shown.length === 0 ? (
                  <FormattedMessage id="agenda.draft" defaultMessage="Draft the agenda" />
                ) : (
                  <FormattedMessage id="agenda.draftAgain" defaultMessage="Draft again" />
                )}
              </Button>
            ) : null}
            <Button onPress={() => setEdited('new')}>
              <FormattedMessage id="agenda.add" defaultMessage="Add an item" />
            </Button>
          </div>
        ) : null}
      </div>
      <ErrorNotice error={error ?? draft.error} />
      {shown.length === 0 ? (
        <p className={styles.quiet}>
          <FormattedMessage
            id="agenda.empty"
            defaultMessage="Nothing is on it yet. Drafted, it takes up what was promised and is late or waits for residents, cases that wait for the committee, new patterns and concerns without an answer. Each item says why it is there; what you change or drop stays so."
          />
        </p>
      ) : null}
      <ol className={styles.agenda}>
        {shown.map((item, i) => (
          <AgendaLine
            key={item.id}
            item={item}
            number={i + 1}
            isLast={i === shown.length - 1}
            isNew={added.includes(item.id)}
            isCurrent={item.id === meeting.currentItemId}
            {...(mayWrite && {
              onMove: (by: -1 | 1) => move(item, by),
              onEdit: () => setEdited(item),
              onDrop: () => drop(item),
            })}
          />
        ))}
      </ol>
      {mayWrite && dropped.length > 0 ? (
        <details>
          <summary>
            <FormattedMessage
              id="agenda.dropped"
              defaultMessage="{count, plural, one {# item was} other {# items were}} dropped"
              values={{ count: dropped.length }}
            />
          </summary>
          <ul className={styles.lines}>
            {dropped.map((item) => (
              <li key={item.id} className={styles.line}>
                <bdi className={styles.lineMain}>{itemTitle(intl, item)}</bdi>
                <Button
                  size="small"
                  onPress={() => take.mutate({ item, change: { state: 'open' } }, { onError: showFailure })}
                >
                  <FormattedMessage id="agenda.takeUp" defaultMessage="Take up again" />
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {edited ? (
        <ItemDialog
          meeting={meeting}
          item={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}

/** A line that moves is taken out and put in again, and would lose the focus. */
function useHeldFocus(order: string) {
  const held = useRef<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the order.
  useEffect(() => {
    const last = held.current;
    held.current = null;
    if (!last || last === document.activeElement) return;
    last.focus();
    // A button that moved its item to an end is disabled there.
    if (last !== document.activeElement)
      last.closest('li')?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
  }, [order]);
  return () => {
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
}

/** Drops an item, and takes it up again if that was a mistake. */
function useDropWithUndo() {
  const intl = useIntl();
  const drop = useDropAgendaItem();
  const take = useChangeAgendaItem();
  return (item: AgendaItem) =>
    drop.mutate(item, {
      onSuccess: (gone) =>
        showToast({
          text: intl.formatMessage(
            { id: 'agenda.isDropped', defaultMessage: '“{title}” was dropped' },
            { title: itemTitle(intl, item) },
          ),
          action: {
            label: intl.formatMessage({ id: 'agenda.undo', defaultMessage: 'Undo' }),
            onPress: () => take.mutate({ item: gone, change: { state: 'open' } }, { onError: showFailure }),
          },
        }),
      onError: showFailure,
    });
}
