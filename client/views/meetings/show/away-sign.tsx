import { WifiOff } from 'lucide-react';
import styles from './stage.module.css';
import { Two } from './wall-language.tsx';
import { WALL_WORDS } from './wall-words.ts';

/** The server does not answer: the last card stays, and everybody can see that it may be old. */
export function AwaySign() {
  return (
    <p className={styles.sign} role="alert">
      <WifiOff aria-hidden /> <Two of={WALL_WORDS.away} />
    </p>
  );
}
