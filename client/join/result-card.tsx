import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import type { GuestBallot, GuestMeeting } from './ask.ts';
import styles from './join.module.css';
import { said } from './language.ts';
import { optionsOf } from './option-text.ts';
import { Spoken } from './spoken.tsx';
import votes from './votes.module.css';
import { GROUPS_COUNTED } from './words.ts';

/** What came of a vote: all together, and the groups that may be shown side by side. */
export function ResultCard({
  ballot,
  meeting,
}: {
  readonly ballot: GuestBallot;
  readonly meeting: GuestMeeting;
}) {
  const intl = useIntl();
  const { result } = ballot;
  if (result === null) return null;
  const options = optionsOf(ballot, meeting, intl);
  const most = Math.max(1, ...result.counts.map(({ points }) => points));
  const pointsIn = (counts: readonly { option: string; points: number }[], id: string) =>
    counts.find(({ option }) => option === id)?.points ?? 0;
  return (
    <details className={styles.card}>
      <summary>
        <FormattedMessage id="join.result" defaultMessage="Result:" />{' '}
        <Spoken
          said={said(ballot.question, ballot.questions, meeting.guest.language, meeting.languages[0] ?? 'en')}
        />
      </summary>
      <p className={styles.quiet}>
        <FormattedMessage
          id="join.result.voices"
          defaultMessage="{devices, plural, one {# telephone} other {# telephones}} and {typed, plural, one {# paper or hand} other {# papers or hands}}"
          values={{ devices: result.devices, typed: result.typed }}
        />
      </p>
      <ul className={votes.result}>
        {options.map(({ id, said: text }) => (
          <li key={id}>
            <Spoken said={text} />
            <strong>
              <FormattedNumber value={pointsIn(result.counts, id)} />
            </strong>
            <span
              className={votes.bar}
              style={{ inlineSize: `${(100 * pointsIn(result.counts, id)) / most}%` }}
              aria-hidden
            />
            {result.byGroup.length > 0 && (
              <span className={`${styles.quiet} ${votes.byGroup}`}>
                {result.byGroup.map(({ group, counts }) => (
                  <span key={group ?? 'rest'} className={votes.groupCount}>
                    {group === null ? (
                      <FormattedMessage id="join.result.rest" defaultMessage="All others" />
                    ) : (
                      <FormattedMessage {...GROUPS_COUNTED[group]} />
                    )}{' '}
                    <FormattedNumber value={pointsIn(counts, id)} />
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
