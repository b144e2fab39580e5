import { type ReactNode, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../api/client.ts';
import { useUpdateProblem } from '../../api/problems.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import styles from './problems.module.css';

interface Draft {
  title: string;
  statement: string;
  /** The version the draft was made from. */
  version: number;
}

/** Title and statement. A write against an older version shows both, and the writer decides. */
export function StatementSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const [draft, setDraft] = useState<Draft | null>(null);
  const update = useUpdateProblem();
  const theirs = isStale(update.error) ? (update.error.current as Problem) : null;
  const begin = () => {
    update.reset();
    setDraft({ title: problem.title, statement: problem.statement, version: problem.version });
  };
  const save = (version: number) => {
    if (!draft) return;
    update.mutate(
      {
        problem: { id: problem.id, version },
        change: { title: draft.title.trim(), statement: draft.statement },
      },
      { onSuccess: () => setDraft(null) },
    );
  };
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
            save(draft.version);
          }}
        >
          {theirs ? null : <ErrorNotice error={update.error} />}
          <TextField
            label={intl.formatMessage({ id: 'problem.title', defaultMessage: 'Title' })}
            value={draft.title}
            onChange={(title) => setDraft({ ...draft, title })}
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
            value={draft.statement}
            onChange={(statement) => setDraft({ ...draft, statement })}
            maxLength={20_000}
            rows={8}
          />
          {theirs ? (
            <BothVersions
              mine={draft}
              theirs={theirs}
              onTheirs={() => setDraft(null)}
              onMine={() => save(theirs.version)}
              isPending={update.isPending}
            />
          ) : (
            <div className={styles.buttons}>
              <Button onPress={() => setDraft(null)}>
                <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
              </Button>
              <Button
                kind="primary"
                type="submit"
                isPending={update.isPending}
                isDisabled={draft.title.trim() === ''}
              >
                <FormattedMessage id="data.save" defaultMessage="Save" />
              </Button>
            </div>
          )}
        </form>
      ) : problem.statement ? (
        <p className={styles.statement}>{problem.statement}</p>
      ) : (
        <p className={styles.quiet}>
          <FormattedMessage id="problem.no-statement" defaultMessage="Nothing is written down yet." />
        </p>
      )}
    </section>
  );
}

interface BothVersionsProps {
  mine: Draft;
  theirs: Problem;
  onMine: () => void;
  onTheirs: () => void;
  isPending: boolean;
}

function BothVersions({ mine, theirs, onMine, onTheirs, isPending }: BothVersionsProps) {
  return (
    <>
      <Notice
        tone="amber"
        title={
          <FormattedMessage
            id="problem.stale.title"
            defaultMessage="Someone else changed this while you were writing"
          />
        }
      >
        <FormattedMessage
          id="problem.stale.text"
          defaultMessage="Nothing was overwritten. Compare the two, take over what is missing above, then choose."
        />
      </Notice>
      <div className={styles.versions}>
        <Version
          heading={<FormattedMessage id="problem.stale.mine" defaultMessage="Yours" />}
          title={mine.title}
          statement={mine.statement}
        />
        <Version
          heading={<FormattedMessage id="problem.stale.theirs" defaultMessage="The newest" />}
          title={theirs.title}
          statement={theirs.statement}
        />
      </div>
      <div className={styles.buttons}>
        <Button onPress={onTheirs}>
          <FormattedMessage id="problem.stale.keep-theirs" defaultMessage="Keep the newest, drop mine" />
        </Button>
        <Button kind="primary" onPress={onMine} isPending={isPending}>
          <FormattedMessage id="problem.stale.keep-mine" defaultMessage="Save mine over it" />
        </Button>
      </div>
    </>
  );
}

function Version({ heading, title, statement }: { heading: ReactNode; title: string; statement: string }) {
  return (
    <div className={styles.version}>
      <h3>{heading}</h3>
      <p>
        <strong>{title}</strong>
      </p>
      <p className={styles.statement}>{statement}</p>
    </div>
  );
}
