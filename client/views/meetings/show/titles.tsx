import { useIntl } from 'react-intl';
import { AGENDA_ITEM_WORDS } from '../../../agenda-item-words.ts';
import type { ShownItem } from '../../../api/meeting-show.ts';
import { directionOf, titlesOf } from './item-words.ts';
import styles from './stage.module.css';

/** The title of an item, in two languages side by side where the meeting has two. */
export function Titles({ item, languages }: { item: ShownItem; languages: readonly string[] }) {
  const intl = useIntl();
  const [first, second] = titlesOf(item, languages, intl.formatMessage(AGENDA_ITEM_WORDS[item.kind]));
  return (
    <div className={styles.titles}>
      {first ? (
        <h1 lang={first.language} dir={directionOf(first.language)} className={styles.title}>
          {first.text}
        </h1>
      ) : null}
      {second ? (
        <p lang={second.language} dir={directionOf(second.language)} className={styles.title}>
          {second.text}
        </p>
      ) : null}
    </div>
  );
}
