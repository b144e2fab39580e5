import { useState } from 'react';
import { defineMessage, defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../api/client.ts';
import { useUpdateProblem } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { BodyWords } from './body-words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { useDraft, withFields } from './drafts.tsx';
import { useInsteadOfLongText } from './instead-of-long-text.ts';
import styles from './problems.module.css';

type Text = Pick<Problem, 'title' | 'statement'>;

const WORDS: BodyWords<Text> = {
  title: defineMessage({ id: 'problem.statement', defaultMessage: 'The problem' }),
  fields: defineMessages({
    title: { id: 'problem.title', defaultMessage: 'Title' },
    statement: { id: 'problem.statement.label', defaultMessage: 'Statement' },
  }),
};

/** Title and statement. A write against an older version shows both, and the writer decides. */
export function StatementSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const [draft, setDraft] = useDraft<Text>('statement');
  const [theirs, setTheirs] = useState<Problem | null>(null);
  const update = useUpdateProblem();
  const instead = useInsteadOfLongText();
  const begin = () => {
    update.reset();
    const text = textOf(problem);
    setDraft({ base: text, body: text, version: problem.version });
  };
  const set = (change: Partial<Text>) => setDraft(withFields(change));
  const save = (text: Text, version: number) =>
    update.mutate(
      { problem: { id: problem.id, version }, change: { ...text, title: text.title.trim() } },
      {
        onSuccess: () => {
          setDraft(null);
          setTheirs(null);
        },
        // The newest version comes with the refusal, in the shape every reply has.
        onError: (error) => isStale(error) && setTheirs(error.current as Problem),
      },
    );
  return (
    <section className={styles.section} aria-labelledby="problem-statement">
      <header className={styles.sectionHead}>
        <h2 id="problem-statement">
          <FormattedMessage id="problem.statement" defaultMessage="The problem" />
        </h2>
        {draft ? null : (
          <IfMay action="problem.change">
            <Button size="small" onPress={begin}>
              <FormattedMessage id="problem.edit" defaultMessage="Edit" />
            </Button>
          </IfMay>
        )}
      </header>
      {draft ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            save(draft.body, draft.version);
          }}
        >
          <ErrorNotice error={isStale(update.error) ? null : update.error} />
          <TextField
            label={intl.formatMessage({ id: 'problem.title', defaultMessage: 'Title' })}
            value={draft.body.title}
            onChange={(title) => set({ title })}
            maxLength={200}
            isRequired
            autoFocus
          />
          <TextArea
            label={intl.formatMessage({ id: 'problem.statement.label', defaultMessage: 'Statement' })}
            hint={intl.formatMessage({
              id: 'problem.statement.hint',
              defaultMessage:
                'What happens, where, when, to whom it does harm, and since when. No names of persons.',
            })}
            value={draft.body.statement}
            onChange={(statement) => set({ statement })}
            maxLength={20_000}
            whenTooLong={instead}
            rows={8}
          />
          <div className={styles.buttons}>
            <Button onPress={() => setDraft(null)}>
              <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
            </Button>
            <Button
              kind="primary"
              type="submit"
              isPending={update.isPending}
              isDisabled={draft.body.title.trim() === ''}
            >
              <FormattedMessage id="data.save" defaultMessage="Save" />
            </Button>
          </div>
        </form>
      ) : problem.statement ? (
        <p className={styles.statement}>{problem.statement}</p>
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="problem.no-statement" defaultMessage="Nothing is written down yet." />
        </p>
      )}
      {draft && theirs ? (
        <ConflictDialog
          words={WORDS}
          base={draft.base}
          mine={draft.body}
          theirs={textOf(theirs)}
          isPending={update.isPending}
          onClose={() => {
            setDraft({ ...draft, base: textOf(theirs), version: theirs.version });
            setTheirs(null);
          }}
          onDecide={(merged) => save(merged, theirs.version)}
        />
      ) : null}
    </section>
  );
}

function textOf({ title, statement }: Text): Text {
  return { title, statement };
}
