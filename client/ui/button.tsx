import type { ReactNode } from 'react';
import {
  type ButtonProps as AriaButtonProps,
  Link as AriaLink,
  type LinkProps as AriaLinkProps,
  Button as Pressable,
} from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip, TooltipTrigger } from './tooltip.tsx';

export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  kind?: ButtonKind;
  size?: 'normal' | 'small';
  children: ReactNode;
}

/**
 * While it is pending it keeps the focus and does nothing. React Aria's own `isPending` would also announce the button by
 * its id, which is gone as soon as the dialog it stands in closes.
 */
export function Button({ kind = 'plain', size = 'normal', isPending, onPress, type, ...rest }: ButtonProps) {
  return (
    <Pressable
      {...rest}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      data-pending={isPending || undefined}
      className={buttonClass(kind, size)}
    />
  );
}

export interface LinkButtonProps extends Omit<AriaLinkProps, 'className' | 'style'> {
  kind?: ButtonKind;
  size?: 'normal' | 'small';
  download?: boolean | string;
}

/** Looks like a button, is a link: for what has an address. */
export function LinkButton({ kind = 'plain', size = 'normal', ...rest }: LinkButtonProps) {
  return <AriaLink {...rest} className={buttonClass(kind, size)} />;
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** Said by screen readers and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  kind?: ButtonKind;
  selected?: boolean;
}

export function IconButton({ label, icon, kind = 'quiet', selected, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger>
      <Pressable
        {...rest}
        aria-label={label}
        aria-pressed={selected}
        className={classNames(buttonClass(kind, 'normal'), styles.icon)}
        data-selected={selected || undefined}
      >
        {icon}
      </Pressable>
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}

function buttonClass(kind: ButtonKind, size: 'normal' | 'small'): string {
  return classNames(styles.button, kind !== 'plain' && styles[kind], size === 'small' && styles.small);
}
