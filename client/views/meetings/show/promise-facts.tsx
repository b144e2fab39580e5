import { FormattedDate, FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { ShownPromise } from '../../../api/meeting-show.ts';
import { STATE_WORDS } from '../../../commitment-words.ts';
import { TALLY_GROUP_WORDS, tallyDissent } from '../../../tally-words.ts';
import { VERDICT_WORDS, VERDICTS } from '../../../verdict-words.ts';
import styles from './stage.module.css';

type Said = ShownPromise['said'][number];

/** A promise before the room: who gave it, by when, what its owner says, and what the room said. Both stay beside each other. */
export function PromiseFacts({ promise, title }: { promise: ShownPromise; title: string }) {
  const intl = useIntl();
  const { organisation, ownerRole, daysLate, state, delivered, said, evidenceOfDone, text } = promise;
  const owner = ownerRole === '' ? organisation : `${organisation} · ${ownerRole}`;
  const latest = said.at(-1);
  const judged = latest && latest.round === promise.round ? latest : null;
  const before = said.filter((one) => one !== judged);
  return (
    <>
      {text === title ? null : <p dir="auto">{text}</p>}
      <p className={styles.facts}>
        <strong dir="auto">{owner}</strong>
        {promise.dueOn ? (
          <span>
            <FormattedMessage
              id="show.promise.due"
              defaultMessage="by {date}"
              values={{ date: <Day day={promise.dueOn} /> }}
            />
          </span>
        ) : null}
        {daysLate === null ? null : (
          <strong className={styles.late}>
            <FormattedMessage
              id="show.promise.late"
              defaultMessage="{days, plural, one {# day late} other {# days late}}"
              values={{ days: daysLate }}
            />
          </strong>
        )}
        <span className={styles.state}>{intl.formatMessage(STATE_WORDS[state])}</span>
      </p>
      <div className={styles.views}>
        {delivered ? (
          <section>
            <h2 className={styles.kind}>
              <FormattedMessage
                id="show.promise.owner"
                defaultMessage="{organisation} says: done"
                values={{ organisation }}
              />
            </h2>
            {delivered.evidence.map(({ text: shown }) => (
              <p key={shown} dir="auto">
                {shown}
              </p>
            ))}
            {delivered.note === '' ? null : <p dir="auto">{delivered.note}</p>}
          </section>
        ) : evidenceOfDone === '' ? null : (
          <section>
            <h2 className={styles.kind}>
              <FormattedMessage id="show.promise.evidence" defaultMessage="How we will see that it is done" />
            </h2>
            <p dir="auto">{evidenceOfDone}</p>
          </section>
        )}
        {judged ? <Judged said={judged} promise={promise} /> : null}
      </div>
      {before.map((one) => (
        <Before key={one.round} said={one} />
      ))}
    </>
  );
}

/** What the room said, for the last row too. */
function Judged({ said, promise }: { said: Said; promise: ShownPromise }) {
  const intl = useIntl();
  return (
    <section className={styles.judged} data-outcome={said.outcome}>
      <h2 className={styles.kind}>
        <FormattedMessage id="show.promise.room" defaultMessage="Residents say" />
      </h2>
      <p className={styles.verdict}>
        <FormattedMessage
          id="show.promise.outcome"
          defaultMessage="{outcome, select, verified {Done} partly_verified {Partly done} other {Not done}}"
          values={{ outcome: said.outcome }}
        />
      </p>
      <p>{countsOf(intl, said)}</p>
      {Object.entries(said.byGroup).map(([group, tally]) => (
        <p key={group} className={styles.small}>
          {groupWord(intl, group)}: {countsOf(intl, tally)}
        </p>
      ))}
      {tallyDissent(intl, said).map((dissent) => (
        <p key={dissent} className={styles.small}>
          <strong>{dissent}</strong>
        </p>
      ))}
      {said.outcome !== 'verified' && promise.dueOn ? (
        <p>
          <strong>
            <FormattedMessage
              id="show.promise.reopened"
              defaultMessage="Open again, by {date}"
              values={{ date: <Day day={promise.dueOn} /> }}
            />
          </strong>
        </p>
      ) : null}
    </section>
  );
}

type Counted = Pick<Said, (typeof VERDICTS)[number]>;

function countsOf(intl: IntlShape, tally: Counted): string {
  return VERDICTS.map(
    (verdict) => `${intl.formatMessage(VERDICT_WORDS[verdict])} ${intl.formatNumber(tally[verdict])}`,
  ).join(' · ');
}

function groupWord(intl: IntlShape, group: string): string {
  const word = Object.entries(TALLY_GROUP_WORDS).find(([name]) => name === group)?.[1];
  return word ? intl.formatMessage(word) : group;
}

function Before({ said }: { said: Said }) {
  return (
    <p className={styles.small}>
      <FormattedMessage
        id="show.promise.before"
        defaultMessage="{date}: residents said {outcome, select, verified {done} partly_verified {partly done} other {not done}} ({done, number} done, {partly, number} partly, {notDone, number} not done)"
        values={{ ...said, byGroup: null, date: <Day day={said.heldOn} /> }}
      />
    </p>
  );
}

export function Day({ day }: { day: string }) {
  return (
    <FormattedDate value={`${day}T12:00:00Z`} timeZone="UTC" day="numeric" month="long" year="numeric" />
  );
}
