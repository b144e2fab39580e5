import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { NewCommitment } from '../../../api/commitments.ts';
import { usePromiseHere } from '../../../api/meeting-show.ts';
import { useOrganisations } from '../../../api/organisations.ts';
import { KIND_WORDS, NO_OWNER } from '../../../commitment-words.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Select } from '../../../ui/select.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { showToast } from '../../../ui/toast.tsx';
import styles from './present.module.css';

interface NewPromiseProps {
  meetingId: string;
  /** The case that is talked about. */
  problemId: string | null;
  mayAdd: boolean;
}

// The keys of the record are the codes; Object.keys forgets it.
const KINDS = Object.keys(KIND_WORDS) as NewCommitment['kind'][];

const EMPTY = {
  text: '',
  organisationId: null as number | null,
  kind: null as NewCommitment['kind'] | null,
  ownerRole: '',
  dueOn: '',
  evidenceOfDone: '',
};

/** A promise as it is given in the room: with an owner, a day, and how everybody will see that it is done. */
export function NewPromise({ meetingId, problemId, mayAdd }: NewPromiseProps) {
  const intl = useIntl();
  const give = usePromiseHere(meetingId);
  const organisations = useOrganisations().data?.items ?? [];
  const [draft, setDraft] = useState(EMPTY);
  const [isHere, setHere] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const set = (change: Partial<typeof EMPTY>) => setDraft({ ...draft, ...change });
  const { organisationId, kind, text, dueOn, evidenceOfDone, ownerRole } = draft;
  const missing = {
    owner: organisationId === null,
    kind: kind === null,
    rest: text.trim() === '' || dueOn === '' || evidenceOfDone.trim() === '',
  };
  const record = () => {
    setAsked(true);
    if (organisationId === null || kind === null || missing.rest) return;
    const promise = {
      text: text.trim(),
      organisationId,
      ownerRole: ownerRole.trim(),
      dueOn,
      evidenceOfDone: evidenceOfDone.trim(),
      kind,
      visibility: 'committee' as const,
      meetingId,
      problemId,
    };
    give.mutate(
      { promise, isAgreed: isHere, mayAdd },
      {
        onSuccess: ({ isAgreed }) => {
          setDraft(EMPTY);
          setAsked(false);
          showToast({
            text: isAgreed
              ? intl.formatMessage({ id: 'present.promised', defaultMessage: 'The promise is agreed.' })
              : intl.formatMessage({
                  id: 'present.proposed',
                  defaultMessage: 'The promise is proposed; its organisation has yet to agree.',
                }),
          });
        },
      },
    );
  };
  return (
    <section className={styles.panel}>
      <h3>
        <FormattedMessage id="present.newPromise" defaultMessage="A promise given here" />
      </h3>
      <div className={styles.form}>
        <TextArea
          label={intl.formatMessage({ id: 'propose.text', defaultMessage: 'What is promised' })}
          value={text}
          onChange={(value) => set({ text: value })}
          rows={2}
          maxLength={2000}
          isRequired
        />
        <div className={styles.pair}>
          <Select
            label={intl.formatMessage({ id: 'propose.who', defaultMessage: 'By which organisation' })}
            choices={organisations.map(({ id, name }) => ({ id, label: name }))}
            value={organisationId}
            onChange={(id) => set({ organisationId: id })}
          />
          <TextField
            label={intl.formatMessage({ id: 'propose.role', defaultMessage: 'Who there (role)' })}
            value={ownerRole}
            onChange={(value) => set({ ownerRole: value })}
            maxLength={200}
          />
        </div>
        <Select
          label={intl.formatMessage({ id: 'present.kind', defaultMessage: 'What kind of promise' })}
          choices={KINDS.map((id) => ({ id, label: intl.formatMessage(KIND_WORDS[id]) }))}
          value={kind}
          onChange={(id) => set({ kind: id })}
        />
        <TextField
          label={intl.formatMessage({ id: 'need.due', defaultMessage: 'To be done by' })}
          type="date"
          value={dueOn}
          onChange={(value) => set({ dueOn: value })}
          isRequired
        />
        <TextArea
          label={intl.formatMessage({
            id: 'need.evidence-of-done',
            defaultMessage: 'How everybody will see that it is done',
          })}
          value={evidenceOfDone}
          onChange={(value) => set({ evidenceOfDone: value })}
          rows={2}
          maxLength={1000}
          isRequired
        />
        <Switch isSelected={isHere} onChange={setHere}>
          <FormattedMessage id="present.agreesHere" defaultMessage="The organisation is here and agrees" />
        </Switch>
        {isAsked && missing.owner ? <Notice tone="red" title={intl.formatMessage(NO_OWNER)} /> : null}
        {isAsked && missing.kind ? (
          <Notice
            tone="red"
            title={intl.formatMessage({
              id: 'present.noKind',
              defaultMessage: 'Say what kind of promise it is: it is counted and found by its kind.',
            })}
          />
        ) : null}
        {isAsked && missing.rest ? (
          <Notice
            tone="red"
            title={intl.formatMessage({
              id: 'present.noTerms',
              defaultMessage:
                'Say what is promised, by which day, and how everybody will see that it is done.',
            })}
          />
        ) : null}
        <ErrorNotice error={give.error} />
        <div className={styles.buttons}>
          <Button kind="primary" isPending={give.isPending} onPress={record}>
            <FormattedMessage id="present.promise" defaultMessage="Record the promise" />
          </Button>
        </div>
      </div>
    </section>
  );
}
