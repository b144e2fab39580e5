import { FormattedMessage, useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import type { ShownItem, ShownMeeting } from '../../../api/meeting-show.ts';
import { titlesOf } from './item-words.ts';
import styles from './stage.module.css';
import { Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

interface FootProps {
  meeting: ShownMeeting;
  place: number;
  next: ShownItem | undefined;
}

/** Where the meeting is in its agenda, and what comes next, small. */
export function Foot({ meeting, place, next }: FootProps) {
  return (
    <footer className={styles.foot}>
      <span>
        <Two of={WALL_WORDS.place} values={() => ({ place, all: meeting.items.length })} inline />
      </span>
      {next ? <NextItem item={next} languages={meeting.languages} /> : null}
    </footer>
  );
}

export function NextItem({ item, languages }: { item: ShownItem; languages: readonly string[] }) {
  const intl = useIntl();
  const [first] = titlesOf(item, languages, intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]));
  return (
    <span className={styles.next}>
      <FormattedMessage
        {...WALL_WORDS.next}
        values={{ title: <bdi lang={first?.language}>{first?.text}</bdi> }}
      />
    </span>
  );
}
