import { Circle, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedDate, FormattedMessage } from 'react-intl';
import styles from './published.module.css';

interface KeyProps {
  done: { who: string | null; at: string } | null;
  title: ReactNode;
  children?: ReactNode;
}

/** One step on the way out: done by whom and when, or what it waits for. */
export function Key({ done, title, children }: KeyProps) {
  return (
    <li className={styles.key} data-done={done ? '' : undefined}>
      {done ? <CircleCheck aria-hidden size={20} /> : <Circle aria-hidden size={20} />}
      <div className={styles.keyBody}>
        <h3>{title}</h3>
        {done ? (
          <p>
            <FormattedMessage
              id="published.key.who"
              defaultMessage="{who}, {at}"
              values={{
                who: <bdi>{done.who ?? '–'}</bdi>,
                at: <FormattedDate value={done.at} dateStyle="medium" timeStyle="short" />,
              }}
            />
          </p>
        ) : null}
        {children}
      </div>
    </li>
  );
}
