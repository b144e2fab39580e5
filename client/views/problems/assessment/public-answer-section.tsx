import { FormattedMessage, useIntl } from 'react-intl';
import { AnswersOf } from '../../../answers-of.tsx';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { useMay } from '../../../api/session.ts';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { REFUSAL_WORDS } from './assessment-words.ts';

/** What everybody is told of the case: its answers, and the way to the next. */
export function PublicAnswerSection({ problem }: { problem: Problem }) {
  const mayDraft = useMay('problem.change');
  return (
    <section className={styles.section} aria-labelledby="case-answers">
      <header className={styles.sectionHead}>
        <h2 id="case-answers">
          <FormattedMessage id="answer.section" defaultMessage="Public answer" />
        </h2>
      </header>
      <p className={styles.quiet}>
        <FormattedMessage
          id="answer.section.hint"
          defaultMessage="You said, we did: what everybody is told of this case. Two persons let it out; only what residents verified is called done."
        />
      </p>
      <AnswersOf about={{ problemId: problem.id }} mayDraft={mayDraft} />
    </section>
  );
}

const EMPTY: PartBodies['publication_refusal'] = { reason: '', decidedBy: '', decidedOn: null };

/** The other way to settle it: nothing is published, and why. */
export function RefusalSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const label = (field: keyof typeof EMPTY) => intl.formatMessage(REFUSAL_WORDS.fields[field]);
  return (
    <PartSection
      problem={problem}
      name="publication_refusal"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="refusal.hint"
          defaultMessage="Only where an answer would do harm, or a court forbids it: then the reason stands here, and the case can be closed without one."
        />
      }
      form={(body, set) => (
        <>
          <TextArea
            label={label('reason')}
            value={body.reason}
            onChange={(reason) => set({ reason })}
            rows={3}
            maxLength={10_000}
          />
          <div className={styles.dates}>
            <TextField
              label={label('decidedBy')}
              value={body.decidedBy}
              onChange={(decidedBy) => set({ decidedBy })}
              maxLength={200}
            />
            <TextField
              type="date"
              label={label('decidedOn')}
              value={body.decidedOn ?? ''}
              onChange={(text) => set({ decidedOn: text === '' ? null : text })}
            />
          </div>
        </>
      )}
    />
  );
}
