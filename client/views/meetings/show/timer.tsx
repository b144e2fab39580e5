import { useEffect, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { ShownItem, ShownMeeting } from '../../../api/meeting-show.ts';
import { clockText, elapsedSeconds } from './elapsed.ts';
import styles from './stage.module.css';
import { WALL_WORDS } from './wall-words.ts';

/** How long the item has been talked about, of how many minutes: by the clock of the server, whatever this machine's says. */
export function Timer({ meeting, item }: { meeting: ShownMeeting; item: ShownItem }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const since = item.id === meeting.currentItemId ? meeting.currentSince : meeting.now;
  const seconds = since ? elapsedSeconds(since, meeting.now, performance.now() - meeting.heardAt) : 0;
  const isOver = item.minutes !== null && seconds > item.minutes * 60;
  return (
    <span className={styles.timer} data-over={isOver || undefined} role="timer">
      <bdi>{clockText(seconds)}</bdi>{' '}
      {item.minutes === null ? null : (
        <FormattedMessage {...WALL_WORDS.timer} values={{ minutes: item.minutes }} />
      )}
    </span>
  );
}
