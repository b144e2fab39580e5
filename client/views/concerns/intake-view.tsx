import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ApiError } from '../../api/client.ts';
import { type FoundWords, type TakenIn, useCheckText, useTakeIn } from '../../api/concerns.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useToday } from '../../use-today.ts';
import { choicesOf, PATHWAY_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';
import { HowFields, PersonFields, WhatFields } from './intake-fields.tsx';
import { PlaceField } from './place-field.tsx';
import { TakenInNotice } from './taken-in.tsx';
import { concernOfDraft, type IntakeDraft, useIntakeDraft } from './use-intake-draft.ts';
import { WordsFound } from './words-found.tsx';

export function IntakeView() {
  const { data: workspace } = useWorkspace();
  return workspace ? <Intake zone={workspace.timezone} /> : null;
}

/** One concern after the other, on a phone as well: the same meeting and channel stay for the next. */
function Intake({ zone }: { zone: string }) {
  const intl = useIntl();
  const today = useToday();
  const { draft, set, setPlace, startOver } = useIntakeDraft(today, intl.locale.slice(0, 2));
  const check = useCheckText();
  const take = useTakeIn();
  const [found, setFound] = useState<readonly FoundWords[] | null>(null);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const send = (wordsChecked: boolean) =>
    take.mutate(concernOfDraft(draft, zone, wordsChecked), {
      onSuccess: (made) => {
        setTaken(made);
        setFound(null);
        startOver();
      },
    });
  // What was found is of the words as they stood.
  const edit = (change: Partial<IntakeDraft>) => {
    setFound(null);
    set(change);
  };
  const save = () => {
    if (draft.isProtected) return send(false);
    check.mutate(
      { summary: draft.summary, detail: draft.detail },
      { onSuccess: (words) => (words.length > 0 ? setFound(words) : send(false)) },
    );
  };
  const errors = take.error instanceof ApiError ? take.error.errors : [];
  const errorAt = (pointer: string) => errors.find((each) => each.pointer === pointer)?.detail;
  if (taken)
    return (
      <div className={styles.page}>
        <TakenInNotice taken={taken} onNext={() => setTaken(null)} />
      </div>
    );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>
          <FormattedMessage id="concerns.new" defaultMessage="Take in a concern" />
        </h1>
        <LinkButton href="/concerns" kind="quiet">
          <FormattedMessage id="concerns.back" defaultMessage="All concerns" />
        </LinkButton>
      </header>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <HowFields draft={draft} set={set} today={today} />
        <Checkbox isSelected={draft.isProtected} onChange={(isProtected) => set({ isProtected })}>
          <FormattedMessage
            id="concern.protected"
            defaultMessage="It is about violence at home, sexual violence, a child in danger or trafficking"
          />
        </Checkbox>
        {draft.isProtected ? (
          <>
            <p className={styles.quiet}>
              <FormattedMessage
                id="concern.protected.text"
                defaultMessage="Nothing of it is written down here, for the safety of the person: only the day, where the person is taken, and one more in the count. Take the person there now."
              />
            </p>
            <RadioGroup
              label={intl.formatMessage({
                id: 'concern.pathway',
                defaultMessage: 'Where is the person taken?',
              })}
              choices={choicesOf(intl, PATHWAY_WORDS)}
              value={draft.pathway}
              onChange={(pathway) => set({ pathway })}
              {...(errorAt('/pathway') !== undefined && { error: errorAt('/pathway') })}
            />
          </>
        ) : (
          <>
            <WhatFields draft={draft} set={edit} errorAt={errorAt} />
            <PlaceField place={draft.place} onChange={setPlace} />
            <PersonFields draft={draft} set={set} errorAt={errorAt} />
          </>
        )}
        <ErrorNotice error={take.error ?? check.error} />
        {found ? (
          <WordsFound
            draft={draft}
            found={found}
            isPending={take.isPending}
            onSave={() => send(true)}
            onProtect={() => {
              setFound(null);
              set({ isProtected: true });
            }}
          />
        ) : (
          <div className={styles.buttons}>
            <Button
              type="submit"
              kind="primary"
              isPending={check.isPending || take.isPending}
              isDisabled={draft.isProtected ? draft.pathway === null : draft.summary.trim() === ''}
            >
              {draft.isProtected ? (
                <FormattedMessage id="concern.count" defaultMessage="Count it and keep nothing else" />
              ) : (
                <FormattedMessage id="concern.save" defaultMessage="Save the concern" />
              )}
            </Button>
          </div>
        )}
      </form>
    </div>
  );
}
