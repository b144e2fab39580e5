import { type IntlShape, useIntl } from 'react-intl';
import type { ShownPromise } from '../../../api/meeting-show.ts';
import { STATE_WORDS } from '../../../commitment-words.ts';
import { TALLY_GROUP_WORDS, tallyDissent } from '../../../tally-words.ts';
import { VERDICT_WORDS, VERDICTS } from '../../../verdict-words.ts';
import styles from './stage.module.css';
import { dayText, isolated, Two, TwoTexts, useSecond } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

type Said = ShownPromise['said'][number];

/** A promise before the room: who gave it, by when, what its owner says, and what the room said. Both stay beside each other. */
export function PromiseFacts({ promise, title }: { promise: ShownPromise; title: string }) {
  const { organisation, ownerRole, dueOn, daysLate, state, delivered, said, evidenceOfDone, text } = promise;
  const owner = ownerRole === '' ? organisation : `${organisation} · ${ownerRole}`;
  const latest = said.at(-1);
  const judged = latest && latest.round === promise.round ? latest : null;
  const before = said.filter((one) => one !== judged);
  return (
    <>
      {text === title ? null : <p dir="auto">{text}</p>}
      <p className={styles.facts}>
        <strong dir="auto">{owner}</strong>
        {dueOn ? (
          <span>
            <Two of={WALL_WORDS.due} values={(each) => ({ date: dayText(each, dueOn) })} inline />
          </span>
        ) : null}
        {daysLate === null ? null : (
          <strong className={styles.late}>
            <Two of={WALL_WORDS.late} values={() => ({ days: daysLate })} inline />
          </strong>
        )}
        <span className={styles.state}>
          <Two of={STATE_WORDS[state]} inline />
        </span>
      </p>
      <div className={styles.views}>
        {delivered ? (
          <section>
            <h2 className={styles.kind}>
              <Two of={WALL_WORDS.ownerSays} values={() => ({ organisation: isolated(organisation) })} />
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
              <Two of={WALL_WORDS.evidence} />
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
function Judged({ said, promise: { dueOn } }: { said: Said; promise: ShownPromise }) {
  const intl = useIntl();
  const dissents = tallyDissent(intl, said);
  const second = useSecond();
  const others = second ? tallyDissent(second, said) : [];
  return (
    <section className={styles.judged} data-outcome={said.outcome}>
      <h2 className={styles.kind}>
        <Two of={WALL_WORDS.room} inline />
      </h2>
      <p className={styles.verdict}>
        <Two of={WALL_WORDS.verdict} values={() => ({ outcome: said.outcome })} inline />
      </p>
      <p>
        <TwoTexts say={(each) => countsOf(each, said)} main={intl} />
      </p>
      {Object.entries(said.byGroup).map(([group, tally]) => (
        <p key={group} className={styles.small}>
          <TwoTexts say={(each) => `${groupWord(each, group)}: ${countsOf(each, tally)}`} main={intl} />
        </p>
      ))}
      {dissents.map((dissent, i) => (
        <p key={dissent} className={styles.small}>
          <strong>
            <TwoTexts say={(each) => (each === intl ? dissent : (others[i] ?? dissent))} main={intl} />
          </strong>
        </p>
      ))}
      {said.outcome !== 'verified' && dueOn ? (
        <p>
          <strong>
            <Two of={WALL_WORDS.reopened} values={(each) => ({ date: dayText(each, dueOn) })} />
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

function Before({ said: { heldOn, outcome, done, partly, notDone } }: { said: Said }) {
  return (
    <p className={styles.small}>
      <Two
        of={WALL_WORDS.before}
        values={(each) => ({ date: dayText(each, heldOn), outcome, done, partly, notDone })}
      />
    </p>
  );
}
