import { FormattedMessage } from 'react-intl';
import { AnswersOf } from '../../answers-of.tsx';
import type { Meeting } from '../../api/meetings.ts';
import { useMay } from '../../api/session.ts';
import styles from './meetings.module.css';

/** What everybody is told of a meeting that is over, and the press that drafts it from the record. */
export function AnswerSection({ meeting }: { meeting: Meeting }) {
  const mayChange = useMay('meeting.change');
  if (meeting.state !== 'closed') return null;
  return (
    <section className={styles.section} aria-labelledby="meeting-answers">
      <h2 id="meeting-answers">
        <FormattedMessage id="meeting.answers" defaultMessage="You said, we did" />
      </h2>
      <p className={styles.quiet}>
        <FormattedMessage
          id="meeting.answers.hint"
          defaultMessage="What everybody is told of this meeting, for the board at the mosque, church, school or clinic. Two persons let it out; only what residents verified is called done."
        />
      </p>
      <AnswersOf about={{ meetingId: meeting.id }} mayDraft={mayChange && meeting.mayChange} />
    </section>
  );
}
