import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './chip.module.css';

export interface ChipProps {
  children: ReactNode;
  onPress?: () => void;
  onRemove?: () => void;
  /** Needed with onRemove: what the cross does, such as "Remove filter Burglary". */
  removeLabel?: string;
}

/** One part of a choice that can be opened and taken away again. */
export function Chip({ children, onPress, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={styles.chip}>
      {onPress ? (
        <Button className={styles.press} onPress={onPress}>
          <bdi>{children}</bdi>
        </Button>
      ) : (
        <span className={styles.text}>
          <bdi>{children}</bdi>
        </span>
      )}
      {onRemove ? (
        <Button className={styles.remove} aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden size={14} />
        </Button>
      ) : null}
    </span>
  );
}
