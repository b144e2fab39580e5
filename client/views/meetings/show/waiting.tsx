import { type IntlShape, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import type { ShownMeeting } from '../../../api/meeting-show.ts';
import { useWorkspace } from '../../../api/workspace.ts';
import { titlesOf } from './item-words.ts';
import styles from './stage.module.css';
import { Two, TwoTexts } from './wall-language.tsx';
import { WallWay } from './wall-way.tsx';
import { WALL_WORDS } from './wall-words.ts';

const MOST_LINES = 8;

/** Before the meeting begins, between items, and when it is over. */
export function Waiting({ meeting }: { meeting: ShownMeeting }) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const { state, items, nextMeetingAt } = meeting;
  const done = items.filter((item) => item.state === 'done').length;
  return (
    <div className={styles.centre}>
      <p className={styles.kind}>
        <bdi>{meeting.committeeName}</bdi>
      </p>
      <h1 className={styles.title}>
        <Two of={WALL_WORDS.waiting} values={() => ({ state })} />
      </h1>
      {state === 'planned' ? (
        <p>
          <TwoTexts say={(each) => momentText(each, zone, meeting.startsAt)} main={intl} />
        </p>
      ) : null}
      {state === 'planned' && meeting.place !== '' ? <p dir="auto">{meeting.place}</p> : null}
      {state === 'cancelled' ? <p dir="auto">{meeting.reason}</p> : null}
      {state === 'closed' ? (
        <p>
          <Two
            of={WALL_WORDS.ended}
            values={() => ({ done, left: items.filter((item) => item.state === 'deferred').length })}
          />
        </p>
      ) : meeting.route !== null ? (
        <WallWay route={meeting.route} />
      ) : (
        <ol className={styles.lines}>
          {items.slice(0, MOST_LINES).map((item) => {
            const [first] = titlesOf(
              item,
              meeting.languages,
              intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]),
            );
            return (
              <li key={item.id} lang={first?.language} dir="auto">
                {first?.text}
              </li>
            );
          })}
        </ol>
      )}
      {nextMeetingAt ? (
        <p>
          <Two
            of={WALL_WORDS.nextMeeting}
            values={(each) => ({ at: momentText(each, zone, nextMeetingAt) })}
          />
        </p>
      ) : null}
    </div>
  );
}

const momentText = (intl: IntlShape, timeZone: string, at: string): string =>
  `${intl.formatDate(at, { timeZone, weekday: 'long', day: 'numeric', month: 'long' })} ${intl.formatTime(at, { timeZone })}`;
