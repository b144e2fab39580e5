import type { ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components';
import fieldStyles from './field.module.css';
import styles from './select.module.css';

export interface MenuAction {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
  isDisabled?: boolean;
  /** A line above this item. */
  separated?: boolean;
  onAction?: () => void;
  /** It leads somewhere instead. */
  href?: string;
  /** The name of the file it brings. */
  download?: string;
  /** As of a link: `_blank` for a window of its own. */
  target?: string;
}

export interface MenuGroup {
  id: string;
  label: string;
  actions: readonly MenuAction[];
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  actions?: readonly MenuAction[];
  /** Under headings of their own; those without any action are left out. */
  groups?: readonly MenuGroup[];
}

export function Menu({ trigger, label, actions = [], groups = [] }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} offset={4}>
        <AriaMenu aria-label={label} className={styles.list}>
          {items(actions)}
          {groups
            .filter((group) => group.actions.length > 0)
            .map((group) => (
              <MenuSection key={group.id} className={styles.group}>
                <Header className={styles.heading}>{group.label}</Header>
                {items(group.actions)}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function items(actions: readonly MenuAction[]) {
  return actions.flatMap((action) => [
    action.separated ? <Separator key={`${action.id}-line`} className={styles.separator} /> : null,
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={action.label}
      className={styles.item}
      isDisabled={action.isDisabled}
      onAction={action.onAction}
      href={action.href}
      download={action.download}
      target={action.target}
    >
      <span className={styles.mark}>{action.icon}</span>
      <span className={styles.text}>
        <Text slot="label">{action.label}</Text>
        {action.hint ? (
          <Text slot="description" className={fieldStyles.hint}>
            {action.hint}
          </Text>
        ) : null}
      </span>
    </MenuItem>,
  ]);
}
