import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../api/client.ts';
import {
  type Item,
  type ItemBodies,
  type ItemKind,
  useAddItem,
  useItems,
  useRemoveItem,
  useRestoreItem,
  useSaveItem,
} from '../../api/problem-parts.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import type { AnyWords } from './body-words.ts';
import { ITEM_WORDS } from './case-words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useDraft, withFields } from './drafts.tsx';
import { Answers } from './part-section.tsx';
import styles from './problems.module.css';

export interface ItemSectionProps<Kind extends ItemKind> {
  problem: Problem;
  kind: Kind;
  /** What a new entry begins with. */
  empty: ItemBodies[Kind];
  title: ReactNode;
  hint?: ReactNode;
  /** On the button that adds one. */
  add: ReactNode;
  /** How an entry reads; without it, field by field. */
  read?: (body: ItemBodies[Kind], item: Item<Kind>) => ReactNode;
  form: (body: ItemBodies[Kind], set: (change: Partial<ItemBodies[Kind]>) => void) => ReactNode;
  /** Whether what was filled in is enough to be saved. */
  isEnough?: (body: ItemBodies[Kind]) => boolean;
}

/** The entries of one kind: each is added, changed and taken out by itself, and what is taken out can come back. */
export function ItemSection<Kind extends ItemKind>(props: ItemSectionProps<Kind>) {
  const { problem, kind, title, hint } = props;
  const items = useItems(problem.id, kind);
  const headId = `items-${kind}`;
  return (
    <section className={styles.section} aria-labelledby={headId}>
      <header className={styles.sectionHead}>
        <h2 id={headId}>{title}</h2>
        {items && items.length > 0 ? <Badge>{items.length}</Badge> : null}
      </header>
      {hint ? <p className={styles.quiet}>{hint}</p> : null}
      <ul className={styles.lines}>
        {items?.map((item) => (
          <ItemLine key={item.id} item={item} section={props} />
        ))}
      </ul>
      <IfMay action="problem.change">
        <NewItem section={props} />
      </IfMay>
    </section>
  );
}

function ItemLine<Kind extends ItemKind>({
  item,
  section,
}: {
  item: Item<Kind>;
  section: ItemSectionProps<Kind>;
}) {
  const intl = useIntl();
  const { problem, kind } = section;
  const words: AnyWords = ITEM_WORDS[kind];
  const [draft, setDraft] = useDraft<ItemBodies[Kind]>(`item:${item.id}`);
  const [theirs, setTheirs] = useState<Item<Kind> | null>(null);
  const saving = useSaveItem(problem.id, kind);
  const remove = useRemoveWithUndo(problem.id, intl.formatMessage(words.title));
  const send = (body: ItemBodies[Kind], version: number) =>
    saving.mutate(
      { item: { id: item.id, version }, body },
      {
        onSuccess: () => {
          setDraft(null);
          setTheirs(null);
        },
        // The newest version comes with the refusal, in the shape every reply has.
        onError: (error) => isStale(error) && setTheirs(error.current as Item<Kind>),
      },
    );
  if (!draft)
    return (
      <li className={styles.line}>
        <div className={styles.lineText}>
          {section.read ? section.read(item.body, item) : <Answers body={item.body} words={words} />}
        </div>
        <IfMay action="problem.change">
          <IconButton
            label={intl.formatMessage({ id: 'item.edit', defaultMessage: 'Change' })}
            icon={<Pencil aria-hidden />}
            onPress={() => setDraft({ base: item.body, body: item.body, version: item.version })}
          />
          <IconButton
            label={intl.formatMessage({ id: 'item.remove', defaultMessage: 'Take out' })}
            icon={<Trash2 aria-hidden />}
            onPress={() => remove(item)}
          />
        </IfMay>
      </li>
    );
  return (
    <li>
      <ItemForm
        section={section}
        body={draft.body}
        onChange={(change) => setDraft(withFields(change))}
        onCancel={() => setDraft(null)}
        onSave={() => send(draft.body, draft.version)}
        isPending={saving.isPending}
        error={isStale(saving.error) ? null : saving.error}
      />
      {theirs ? (
        <ConflictDialog
          words={words}
          base={draft.base}
          mine={draft.body}
          theirs={theirs.body}
          isPending={saving.isPending}
          onClose={() => {
            setDraft({ ...draft, base: theirs.body, version: theirs.version });
            setTheirs(null);
          }}
          onDecide={(merged) => send(merged, theirs.version)}
        />
      ) : null}
    </li>
  );
}

function NewItem<Kind extends ItemKind>({ section }: { section: ItemSectionProps<Kind> }) {
  const { problem, kind, empty, add } = section;
  const [draft, setDraft] = useDraft<ItemBodies[Kind]>(`new:${kind}`);
  const adding = useAddItem(problem.id, kind);
  if (!draft)
    return (
      <div className={styles.buttons}>
        <Button size="small" onPress={() => setDraft({ base: empty, body: empty, version: 0 })}>
          {add}
        </Button>
      </div>
    );
  return (
    <ItemForm
      section={section}
      body={draft.body}
      onChange={(change) => setDraft(withFields(change))}
      onCancel={() => setDraft(null)}
      onSave={() => adding.mutate({ body: draft.body }, { onSuccess: () => setDraft(null) })}
      isPending={adding.isPending}
      error={adding.error}
    />
  );
}

interface ItemFormProps<Kind extends ItemKind> {
  section: ItemSectionProps<Kind>;
  body: ItemBodies[Kind];
  onChange: (change: Partial<ItemBodies[Kind]>) => void;
  onCancel: () => void;
  onSave: () => void;
  isPending: boolean;
  error: unknown;
}

function ItemForm<Kind extends ItemKind>(props: ItemFormProps<Kind>) {
  const { section, body, onChange, onCancel, onSave, isPending, error } = props;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {section.form(body, onChange)}
      <ErrorNotice error={error} />
      <div className={styles.buttons}>
        <Button onPress={onCancel}>
          <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
        </Button>
        <Button
          kind="primary"
          type="submit"
          isPending={isPending}
          isDisabled={section.isEnough ? !section.isEnough(body) : false}
        >
          <FormattedMessage id="data.save" defaultMessage="Save" />
        </Button>
      </div>
    </form>
  );
}

/** Waits for the promise, not for callbacks: these are dropped when the line goes. */
function useRemoveWithUndo(problemId: string, title: string) {
  const intl = useIntl();
  const remove = useRemoveItem(problemId);
  const restore = useRestoreItem(problemId);
  return (item: { id: string; version: number }) =>
    remove.mutateAsync(item).then(
      () =>
        showToast({
          text: intl.formatMessage({ id: 'item.removed', defaultMessage: '{title}: taken out.' }, { title }),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutateAsync(item.id).catch(showFailure),
          },
        }),
      showFailure,
    );
}
