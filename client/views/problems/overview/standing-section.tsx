import { useState } from 'react';
import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import { isStale } from '../../../api/client.ts';
import { useUpdateProblem } from '../../../api/problems.ts';
import type { Problem } from '../../../api/records.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { IfMay } from '../../../if-may.tsx';
import { Button } from '../../../ui/button.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { useChoices } from '../body-words.ts';
import { ConflictDialog } from '../conflict-dialog.tsx';
import { useDraft, withFields } from '../drafts.tsx';
import { Answers } from '../part-section.tsx';
import { DayField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { CONFIDENTIALITY_WORDS, STANDING_WORDS, STATE_WORDS, type Standing } from './standing-words.ts';

/** State, review day, and who reads the case. */
export function StandingSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const [draft, setDraft] = useDraft<Standing>('standing');
  const [theirs, setTheirs] = useState<Problem | null>(null);
  const update = useUpdateProblem();
  const save = (change: Standing, version: number) =>
    update.mutate(
      { problem: { id: problem.id, version }, change },
      {
        onSuccess: () => {
          setDraft(null);
          setTheirs(null);
        },
        // The newest version comes with the refusal, in the shape every reply has.
        onError: (error) => isStale(error) && setTheirs(error.current as Problem),
      },
    );
  const begin = () => {
    update.reset();
    const body = standingOf(problem);
    setDraft({ base: body, body, version: problem.version });
  };
  return (
    <section className={styles.section} aria-labelledby="problem-standing">
      <header className={styles.sectionHead}>
        <h2 id="problem-standing">{intl.formatMessage(STANDING_WORDS.title)}</h2>
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
          <StandingFields standing={draft.body} set={(change) => setDraft(withFields(change))} />
          <ErrorNotice error={isStale(update.error) ? null : update.error} />
          <div className={styles.buttons}>
            <Button onPress={() => setDraft(null)}>
              <FormattedMessage id="ui.cancel" defaultMessage="Cancel" />
            </Button>
            <Button kind="primary" type="submit" isPending={update.isPending}>
              <FormattedMessage id="data.save" defaultMessage="Save" />
            </Button>
          </div>
        </form>
      ) : (
        <Answers body={standingOf(problem)} words={STANDING_WORDS} />
      )}
      {draft && theirs ? (
        <ConflictDialog
          words={STANDING_WORDS}
          base={draft.base}
          mine={draft.body}
          theirs={standingOf(theirs)}
          isPending={update.isPending}
          onClose={() => {
            setDraft({ ...draft, base: standingOf(theirs), version: theirs.version });
            setTheirs(null);
          }}
          onDecide={(merged) => save(merged, theirs.version)}
        />
      ) : null}
    </section>
  );
}

const WHO_READS = defineMessages({
  internal: {
    id: 'confidentiality.internal.hint',
    defaultMessage: 'Those who work on cases, and those who watch over the work.',
  },
  committee: {
    id: 'confidentiality.committee.hint',
    defaultMessage: 'Members of the committee too: the words of the case and its history, and no incident.',
  },
  public: {
    id: 'confidentiality.public.hint',
    defaultMessage: 'The same people. Nothing is published by it: publications have their own way.',
  },
});

function StandingFields({ standing, set }: { standing: Standing; set: (change: Partial<Standing>) => void }) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Standing) => intl.formatMessage(STANDING_WORDS.fields[field]);
  return (
    <>
      <Select
        label={label('state')}
        choices={choices(STATE_WORDS)}
        value={standing.state}
        onChange={(state) => set({ state })}
      />
      <DayField
        label={label('reviewOn')}
        value={standing.reviewOn}
        onChange={(reviewOn) => set({ reviewOn })}
      />
      <RadioGroup
        label={label('confidentiality')}
        choices={choices(CONFIDENTIALITY_WORDS).map((choice) => ({
          ...choice,
          hint: intl.formatMessage(WHO_READS[choice.id]),
        }))}
        value={standing.confidentiality}
        onChange={(confidentiality) => set({ confidentiality })}
      />
    </>
  );
}

function standingOf({ state, reviewOn, confidentiality }: Standing): Standing {
  return { state, reviewOn, confidentiality };
}
