import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components';
import styles from './checkbox.module.css';

export interface CheckboxProps extends Omit<AriaProps, 'className' | 'style' | 'children'> {
  children?: ReactNode;
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={styles.checkbox}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? (
              <Minus aria-hidden size={14} strokeWidth={3} />
            ) : isSelected ? (
              <Check aria-hidden size={14} strokeWidth={3} />
            ) : null}
          </span>
          {children ? <span className={styles.label}>{children}</span> : null}
        </>
      )}
    </AriaCheckbox>
  );
}
