import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

export interface PanelProps {
  title: string;
  children: ReactNode;
  onClose?: () => void;
  /** Controls beside the title. */
  actions?: ReactNode;
  /** Stays in sight under the scrolling part. */
  footer?: ReactNode;
  side?: 'start' | 'end';
}

/** A region beside the main content. At phone width a sheet on the bottom edge that can be raised and lowered. */
export function Panel({ title, children, onClose, actions, footer, side = 'start' }: PanelProps) {
  const intl = useIntl();
  const titleId = useId();
  const [tall, setTall] = useState(false);
  return (
    <section
      aria-labelledby={titleId}
      className={classNames(styles.panel, side === 'end' ? styles.end : styles.start, tall && styles.tall)}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {actions}
        <span className={styles.raise}>
          <IconButton
            label={
              tall
                ? intl.formatMessage({ id: 'ui.panel.lower', defaultMessage: 'Lower the panel' })
                : intl.formatMessage({ id: 'ui.panel.raise', defaultMessage: 'Raise the panel' })
            }
            icon={tall ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
            onPress={() => setTall(!tall)}
          />
        </span>
        {onClose ? (
          <IconButton
            label={intl.formatMessage({ id: 'ui.close', defaultMessage: 'Close' })}
            icon={<X aria-hidden />}
            onPress={onClose}
          />
        ) : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className={styles.body} tabIndex={0}>
        {children}
      </div>
      {footer ? <footer className={styles.footer}>{footer}</footer> : null}
    </section>
  );
}
