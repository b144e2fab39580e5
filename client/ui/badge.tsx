import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classNames } from './class-names.ts';

export interface BadgeProps {
  children: ReactNode;
  tone?: 'plain' | 'teal' | 'amber' | 'red';
}

/** A short fact beside a name. Never pressed. */
export function Badge({ children, tone = 'plain' }: BadgeProps) {
  return <span className={classNames(styles.badge, tone !== 'plain' && styles[tone])}>{children}</span>;
}
