import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  tone?: 'plain' | 'amber' | 'red';
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

const icons = { plain: Info, amber: TriangleAlert, red: CircleAlert };

/** A statement inside a page. Red ones are announced at once. */
export function Notice({ tone = 'plain', title, children, action }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div role={tone === 'red' ? 'alert' : undefined} className={classNames(styles.notice, styles[tone])}>
      <Icon aria-hidden size={18} className={styles.icon} />
      <div className={styles.body}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
