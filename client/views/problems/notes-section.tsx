import { MessageSquareReply, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import {
  type Annotation,
  useAnnotations,
  useCreateAnnotation,
  useRemoveAnnotation,
  useRestoreAnnotation,
  useUpdateAnnotation,
} from '../../api/annotations.ts';
import { useCaseReaders } from '../../api/mentions.ts';
import { useProblemHistory } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { keptText, type Mentioned, piecesOf, shownText } from '../../mention-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { MentionArea } from '../../ui/mention-area.tsx';
import { showFailure, showToast } from '../../ui/toast.tsx';
import styles from './problems.module.css';

/** Notes on the case, with those drawn on the map for it. */
export function NotesSection({ problem }: { problem: Problem }) {
  const { data: notes, error } = useAnnotations(problem.id);
  const { data: readers = [] } = useCaseReaders(problem.id);
  const nameOf = useNames(problem.id);
  return (
    <section className={styles.section} aria-labelledby="problem-notes">
      <header className={styles.sectionHead}>
        <h2 id="problem-notes">
          <FormattedMessage id="problem.notes" defaultMessage="Notes" />
        </h2>
      </header>
      <ErrorNotice error={error} />
      <ul className={styles.lines}>
        {notes
          ?.filter(({ replyTo }) => replyTo === null)
          .map((note) => (
            <Thread
              key={note.id}
              problem={problem}
              note={note}
              replies={notes.filter(({ replyTo }) => replyTo === note.id)}
              nameOf={nameOf}
              readers={readers}
            />
          ))}
      </ul>
      <IfMay action="annotation.change">
        <NewNote problem={problem} readers={readers} />
      </IfMay>
    </section>
  );
}

interface ThreadProps {
  problem: Problem;
  note: Annotation;
  replies: readonly Annotation[];
  nameOf: (id: string) => string | null;
  readers: readonly Mentioned[];
}

/** A note with its replies under it: one level, so that it stays a talk that can be read. */
function Thread({ problem, note, replies, nameOf, readers }: ThreadProps) {
  const intl = useIntl();
  const [isAnswering, setAnswering] = useState(false);
  const answer = isAnswering ? null : (
    <IconButton
      label={intl.formatMessage({ id: 'note.reply', defaultMessage: 'Reply to the note' })}
      icon={<MessageSquareReply aria-hidden />}
      onPress={() => setAnswering(true)}
    />
  );
  return (
    <li>
      <Note note={note} author={nameOf(note.createdBy)} readers={readers} answer={answer} />
      {replies.length > 0 || isAnswering ? (
        <ul
          className={styles.replies}
          aria-label={intl.formatMessage({ id: 'note.replies', defaultMessage: 'Replies' })}
        >
          {replies.map((reply) => (
            <li key={reply.id}>
              <Note note={reply} author={nameOf(reply.createdBy)} readers={readers} />
            </li>
          ))}
          {isAnswering ? (
            <li>
              <NewNote
                problem={problem}
                readers={readers}
                replyTo={note.id}
                onDone={() => setAnswering(false)}
              />
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

function Note({
  note,
  author,
  readers,
  answer,
}: {
  note: Annotation;
  author: string | null;
  readers: readonly Mentioned[];
  answer?: ReactNode;
}) {
  const intl = useIntl();
  const [text, setText] = useState<string | null>(null);
  const update = useUpdateAnnotation();
  const remove = useRemoveWithUndo();
  if (text !== null)
    return (
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate(
            { annotation: note, change: { text: keptText(text.trim(), [...note.mentions, ...readers]) } },
            { onSuccess: () => setText(null) },
          );
        }}
      >
        <ErrorNotice error={update.error} />
        <MentionArea
          label={intl.formatMessage({ id: 'note.edit', defaultMessage: 'Change the note' })}
          value={text}
          onChange={setText}
          people={readers}
          maxLength={10_000}
          rows={3}
          autoFocus
        />
        <div className={styles.buttons}>
          <Button onPress={() => setText(null)}>
            <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
          </Button>
          <Button kind="primary" type="submit" isDisabled={text.trim() === ''} isPending={update.isPending}>
            <FormattedMessage id="data.save" defaultMessage="Save" />
          </Button>
        </div>
      </form>
    );
  return (
    <div className={styles.line}>
      <div className={styles.lineText}>
        <NoteText note={note} />
        <p className={styles.facts}>
          {author ? <span>{author}</span> : null}
          <FormattedDate value={note.createdAt} dateStyle="medium" timeStyle="short" />
          {note.geometry ? (
            <Badge>
              <FormattedMessage id="note.on-map" defaultMessage="On the map" />
            </Badge>
          ) : null}
        </p>
      </div>
      <IfMay action="annotation.change">
        {answer}
        <IconButton
          label={intl.formatMessage({ id: 'note.edit', defaultMessage: 'Change the note' })}
          icon={<Pencil aria-hidden />}
          onPress={() => setText(shownText(note.text, note.mentions))}
        />
        <IconButton
          label={intl.formatMessage({ id: 'note.remove', defaultMessage: 'Delete the note' })}
          icon={<Trash2 aria-hidden />}
          onPress={() => remove(note)}
        />
      </IfMay>
    </div>
  );
}

/** Whoever may read the case is marked; whoever may not any more is a name like any other. */
function NoteText({ note: { text, mentions } }: { note: Annotation }) {
  return (
    <p className={styles.statement}>
      {piecesOf(text, mentions).map((piece, i) => {
        if (typeof piece === 'string') return piece;
        // A piece has no other name than its place.
        const key = `${i} ${piece.id}`;
        return piece.reads ? (
          <span key={key} className={styles.mention}>
            @{piece.name}
          </span>
        ) : (
          <span key={key}>{piece.name}</span>
        );
      })}
    </p>
  );
}

interface NewNoteProps {
  problem: Problem;
  readers: readonly Mentioned[];
  /** The note that is answered. */
  replyTo?: string;
  onDone?: () => void;
}

function NewNote({ problem, readers, replyTo, onDone }: NewNoteProps) {
  const intl = useIntl();
  const [text, setText] = useState('');
  const create = useCreateAnnotation();
  const add = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { problemId: problem.id, text: keptText(text.trim(), readers), ...(replyTo && { replyTo }) },
      {
        onSuccess: () => {
          setText('');
          onDone?.();
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <ErrorNotice error={create.error} />
      <MentionArea
        label={
          replyTo
            ? intl.formatMessage({ id: 'note.reply.new', defaultMessage: 'Your reply' })
            : intl.formatMessage({ id: 'note.new', defaultMessage: 'A new note' })
        }
        hint={intl.formatMessage({
          id: 'note.mention.hint',
          defaultMessage: 'An @ and a name tells a colleague who may read this case.',
        })}
        value={text}
        onChange={setText}
        people={readers}
        maxLength={10_000}
        rows={2}
        autoFocus={replyTo !== undefined}
      />
      <div className={styles.buttons}>
        {onDone ? (
          <Button onPress={onDone}>
            <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
          </Button>
        ) : null}
        <Button type="submit" isDisabled={text.trim() === ''} isPending={create.isPending}>
          {replyTo ? (
            <FormattedMessage id="note.reply.add" defaultMessage="Add the reply" />
          ) : (
            <FormattedMessage id="note.add" defaultMessage="Add the note" />
          )}
        </Button>
      </div>
    </form>
  );
}

/** Waits for the promise, not for callbacks: these are dropped when the line of the note goes. */
function useRemoveWithUndo() {
  const intl = useIntl();
  const remove = useRemoveAnnotation();
  const restore = useRestoreAnnotation();
  return (note: Annotation) =>
    remove.mutateAsync(note).then(
      () =>
        showToast({
          text: intl.formatMessage({ id: 'note.removed', defaultMessage: 'The note was deleted.' }),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => restore.mutateAsync(note.id).catch(showFailure),
          },
        }),
      showFailure,
    );
}

/** Names of people as far as they are known here: the reader, and who changed this case. */
function useNames(problemId: string): (id: string) => string | null {
  const { data: user } = useSession();
  const { data: history } = useProblemHistory(problemId);
  return (id) =>
    user?.id === id ? user.name : (history?.find((entry) => entry.actor === id)?.actorName ?? null);
}
