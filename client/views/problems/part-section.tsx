import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies, PartName } from '../../api/problem-parts.ts';
import type { Problem } from '../../api/records.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { IfMay } from '../../if-may.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { type AnyWords, fieldText, isTold, valueText } from './body-words.ts';
import { PART_WORDS } from './case-words.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './problems.module.css';
import { usePartDraft } from './use-part-draft.ts';

export interface PartSectionProps<Name extends PartName> {
  problem: Problem;
  name: Name;
  /** Of the accounts that stand in it, by their ids. */
  names?: ReadonlyMap<string, string>;
  /** What a part that was never written begins with. */
  empty: PartBodies[Name];
  /** What is asked here, for whoever is new to it. */
  hint?: ReactNode;
  /** A short word beside the heading, of what is saved. */
  mark?: (body: PartBodies[Name]) => ReactNode;
  /** How it reads; without it, field by field. */
  read?: (body: PartBodies[Name], words: AnyWords) => ReactNode;
  /** The fields of the form. */
  form: (body: PartBodies[Name], set: (change: Partial<PartBodies[Name]>) => void) => ReactNode;
}

/** One part of a case: read by all who read the case, written as a whole by those who work on it. */
export function PartSection<Name extends PartName>(props: PartSectionProps<Name>) {
  const { problem, name, names, empty, hint, mark, read, form } = props;
  const intl = useIntl();
  const draft = usePartDraft(problem.id, name, empty);
  const words: AnyWords = { ...PART_WORDS[name], ...(names && { names }) };
  const stored = draft.part?.body ?? null;
  const headId = `part-${name}`;
  return (
    <section className={styles.section} aria-labelledby={headId}>
      <header className={styles.sectionHead}>
        <h2 id={headId}>{intl.formatMessage(words.title)}</h2>
        <span className={styles.sectionMarks}>
          {stored && mark ? mark(stored) : null}
          {draft.isChanged ? (
            <Badge tone="amber">
              <FormattedMessage id="draft.unsaved" defaultMessage="Not saved yet" />
            </Badge>
          ) : null}
        </span>
        {draft.body === null && draft.part ? (
          <IfMay action="problem.change">
            <Button size="small" onPress={draft.begin}>
              {stored ? (
                <FormattedMessage id="problem.edit" defaultMessage="Edit" />
              ) : (
                <FormattedMessage id="part.begin" defaultMessage="Fill in" />
              )}
            </Button>
          </IfMay>
        ) : null}
      </header>
      {hint ? <p className={styles.quiet}>{hint}</p> : null}
      {draft.body ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            draft.save();
          }}
        >
          {form(draft.body, draft.set)}
          <ErrorNotice error={draft.error} />
          <div className={styles.buttons}>
            <Button onPress={draft.cancel}>
              <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
            </Button>
            <Button kind="primary" type="submit" isPending={draft.isPending}>
              <FormattedMessage id="data.save" defaultMessage="Save" />
            </Button>
          </div>
        </form>
      ) : stored ? (
        <>
          {read ? read(stored, words) : <Answers body={stored} words={words} />}
          {draft.part?.changedAt ? (
            <p className={styles.facts}>
              <FormattedMessage
                id="part.changed"
                defaultMessage="Last changed {day}"
                values={{ day: <FormattedDate value={draft.part.changedAt} dateStyle="medium" /> }}
              />
            </p>
          ) : null}
        </>
      ) : draft.part ? (
        <p className={styles.quiet}>
          <FormattedMessage id="part.none" defaultMessage="Nothing is written down here yet." />
        </p>
      ) : null}
      {draft.conflict && draft.body ? (
        <ConflictDialog
          words={words}
          base={draft.conflict.base}
          mine={draft.body}
          theirs={draft.conflict.theirs}
          isPending={draft.isPending}
          onClose={draft.closeConflict}
          onDecide={draft.decide}
        />
      ) : null}
    </section>
  );
}

/** A body field by field, without those that are empty. */
export function Answers({ body, words }: { body: object; words: AnyWords }) {
  const intl = useIntl();
  const rows = Object.entries(body)
    .filter(([field]) => isTold(field))
    .map(([field, value]) => ({ field, text: valueText(intl, value, words) }))
    .filter(({ text }) => text !== '–');
  return (
    <dl className={styles.answers}>
      {rows.map(({ field, text }) => (
        <div key={field}>
          <dt>{fieldText(intl, field, words)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
