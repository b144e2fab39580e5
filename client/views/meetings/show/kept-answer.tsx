import { type IntlShape, useIntl } from 'react-intl';
import type { ShownCard } from '../../../api/meeting-show.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { usePalette } from '../../../map/theme.ts';
import { toldColour } from '../../../map/told-places.ts';
import styles from './stage.module.css';
import { Two, TwoTexts } from './wall-language.tsx';
import { FACT_WORDS, QUESTION_WORDS, TOLD_WORDS, UNDRAWN_WORDS, WALL_WORDS } from './wall-words.ts';

type Answer = NonNullable<ShownCard['answer']>;
type Fact = Answer['facts'][number];

/** What an analyst found and kept: the question, of how many, the key of the map or why there is none, and its figures. */
export function KeptAnswer({ answer }: { answer: Answer }) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const { n, period, facts } = answer;
  const question = Object.entries(QUESTION_WORDS).find(([method]) => method === answer.method)?.[1];
  return (
    <section className={styles.answer}>
      {question ? (
        <h2 className={styles.asked}>
          <Two of={question} />
        </h2>
      ) : null}
      {n === null && period === null ? null : (
        <p className={styles.small}>
          <TwoTexts say={(each) => countedText(each, answer, zone)} main={intl} />
        </p>
      )}
      {answer.isTooFew ? (
        <p>
          <Two of={WALL_WORDS.tooFew} />
        </p>
      ) : answer.undrawn === null ? (
        <Key places={answer.places} />
      ) : (
        <p>
          <Two of={UNDRAWN_WORDS[answer.undrawn]} />
        </p>
      )}
      {facts.map((fact) => (
        <p key={fact.name}>
          <TwoTexts say={(each) => factText(each, fact)} main={intl} />
        </p>
      ))}
      {answer.reachesBeyond ? (
        <p className={styles.small}>
          <Two of={WALL_WORDS.beyond} />
        </p>
      ) : null}
    </section>
  );
}

/** Each colour with what it means; which squares there are, below. */
function Key({ places }: Pick<Answer, 'places'>) {
  const palette = usePalette();
  const found = Object.keys(TOLD_WORDS).flatMap((name) =>
    places.filter((place) => place.found === name).slice(0, 1),
  );
  const sides = places.flatMap(({ side }) => side ?? []);
  return (
    <>
      <ul className={styles.key}>
        {found.map(({ found: name }) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: toldColour(palette, name) }} aria-hidden />
            <span>
              <Two of={TOLD_WORDS[name]} inline />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.small}>
        {sides.length > 0 ? (
          <Two of={WALL_WORDS.key} values={() => ({ side: Math.min(...sides) })} />
        ) : (
          <Two of={WALL_WORDS.keyAreas} />
        )}
      </p>
    </>
  );
}

function countedText(intl: IntlShape, { n, period }: Answer, timeZone: string): string {
  // The end of a period is the moment after its last day.
  const day = (instant: string, later: number) =>
    intl.formatDate(Date.parse(instant) + later, { timeZone, dateStyle: 'long' });
  const parts = [
    n === null ? null : intl.formatMessage(WALL_WORDS.counted, { n }),
    period === null
      ? null
      : intl.formatMessage(WALL_WORDS.period, { from: day(period.from, 0), to: day(period.to, -1) }),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** A Monday, by which the days of a week are named. */
const MONDAY = Date.UTC(2024, 0, 1);

function factText(intl: IntlShape, { name, value, of }: Fact): string {
  const direction = value > 0 ? 'up' : value < 0 ? 'down' : 'none';
  const values = { value, of: of ?? 0, direction };
  if (name !== 'busiest_hour') return intl.formatMessage(FACT_WORDS[name], values);
  const day = new Date(MONDAY + (value - 1) * 86_400_000);
  const hour = new Date(MONDAY + (of ?? 0) * 3_600_000);
  return intl.formatMessage(FACT_WORDS.busiest_hour, {
    day: intl.formatDate(day, { weekday: 'long', timeZone: 'UTC' }),
    hour: intl.formatTime(hour, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
  });
}
