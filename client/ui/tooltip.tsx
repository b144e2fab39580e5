import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTrigger } from 'react-aria-components';
import styles from './tooltip.module.css';

/** Wraps one control and its Tooltip; opens on hover and on keyboard focus. */
export function TooltipTrigger({ children }: { children: ReactNode }) {
  return <AriaTrigger delay={500}>{children}</AriaTrigger>;
}

export function Tooltip({ children }: { children: ReactNode }) {
  return (
    <AriaTooltip className={styles.tooltip} offset={6}>
      {children}
    </AriaTooltip>
  );
}
