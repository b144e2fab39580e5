import type { ShownCard } from '../../../api/meeting-show.ts';
import styles from './stage.module.css';
import { dayText, Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

/** What was promised this evening, so that the room sees that it is written down: who, what, by when, and what will show it. */
export function GivenPromises({ given }: { given: ShownCard['given'] }) {
  if (given.length === 0) return null;
  return (
    <section>
      <h2 className={styles.kind}>
        <Two of={WALL_WORDS.given} inline />
      </h2>
      <ol className={styles.given}>
        {given.map(({ id, text, organisation, ownerRole, dueOn, evidenceOfDone }) => (
          <li key={id}>
            <p dir="auto">{text}</p>
            <p className={styles.small}>
              <bdi>{ownerRole === '' ? organisation : `${organisation} · ${ownerRole}`}</bdi>
              {dueOn ? (
                <>
                  {' · '}
                  <Two of={WALL_WORDS.due} values={(each) => ({ date: dayText(each, dueOn) })} inline />
                </>
              ) : null}
            </p>
            {evidenceOfDone === '' ? null : (
              <p className={styles.small} dir="auto">
                {evidenceOfDone}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
