import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
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
  onAction: () => void;
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  actions: readonly MenuAction[];
}

export function Menu({ trigger, label, actions }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} offset={4}>
        <AriaMenu aria-label={label} className={styles.list}>
          {actions.flatMap((action) => [
            action.separated ? <Separator key={`${action.id}-line`} className={styles.separator} /> : null,
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={styles.item}
              isDisabled={action.isDisabled}
              onAction={action.onAction}
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
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
