import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useTriedBefore } from '../../../api/response-cards.ts';
import work from '../case-work.module.css';
import styles from '../problems.module.css';
import { STAGE_WORDS } from '../stages.ts';

/** Where this card was chosen before, and how far the case has come. */
export function TriedBefore({ cardId, problemId }: { cardId: string; problemId: string }) {
  const intl = useIntl();
  const { data = [] } = useTriedBefore(cardId);
  const others = data.filter((one) => one.problemId !== problemId);
  if (others.length === 0) return null;
  return (
    <div>
      <h3 className={styles.quiet}>
        <FormattedMessage id="cards.tried" defaultMessage="We tried this" />
      </h3>
      <ul className={work.points}>
        {others.map(({ problemId: id, ref, title, stage, option, verified, due }) => (
          <li key={`${id} ${option}`}>
            <Link to="/problems/$id" params={{ id }}>
              {ref} {title}
            </Link>{' '}
            ({intl.formatMessage(STAGE_WORDS[stage])}): {option}.{' '}
            <FormattedMessage
              id="cards.tried.kept"
              defaultMessage="{due, plural, =0 {No commitment of the case is due yet} other {{verified} of {due} commitments of the case verified}}"
              values={{ verified, due }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
