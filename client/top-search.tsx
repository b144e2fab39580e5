import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ComboBox, Group, Input, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { useCategories } from './api/categories.ts';
import { useProblems } from './api/problems.ts';
import { findNames, type Named } from './find-names.ts';
import styles from './top-search.module.css';
import { viewOfBounds } from './view-of-bounds.ts';

/** Finds problem cases, areas and categories by their names, and goes there. */
export function TopSearch() {
  const intl = useIntl();
  const [text, setText] = useState('');
  const named = useNamed();
  const open = useOpen();
  const found = findNames(named, text, 12);
  const label = intl.formatMessage({
    id: 'frame.search',
    defaultMessage: 'Find a problem case, an area or a category',
  });
  return (
    <ComboBox
      className={styles.search}
      aria-label={label}
      items={found}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        const hit = named.find((item) => item.id === key);
        if (hit) open(hit);
        setText('');
      }}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ''}
    >
      <Group className={styles.box}>
        <Search aria-hidden size={16} />
        <Input className={styles.input} placeholder={label} />
      </Group>
      <Popover className={styles.popover} offset={4}>
        <ListBox<Named>
          className={styles.list}
          renderEmptyState={() => (
            <p className={styles.none}>
              <FormattedMessage id="frame.search.none" defaultMessage="Nothing of this name" />
            </p>
          )}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className={styles.item}>
              <Text slot="label">{item.name}</Text>
              <Text slot="description" className={styles.kind}>
                {intl.formatMessage(
                  {
                    id: 'frame.search.kind',
                    defaultMessage:
                      '{kind, select, problem {Problem case} area {Area on the map} other {Category on the map}}',
                  },
                  { kind: item.kind },
                )}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function useNamed(): Named[] {
  const { data: problems } = useProblems();
  const { data: areas } = useAreas();
  const { data: categories } = useCategories();
  return useMemo(
    () => [
      ...(problems ?? []).map((p) => named('problem', p.id, `${p.ref} ${p.title}`)),
      ...(areas ?? []).map((a) => named('area', String(a.id), a.name)),
      ...(categories ?? []).map((c) => named('category', String(c.id), c.name)),
    ],
    [problems, areas, categories],
  );
}

function named(kind: Named['kind'], key: string, name: string): Named {
  return { id: `${kind}:${key}`, kind, key, name };
}

function useOpen(): (item: Named) => void {
  const navigate = useNavigate();
  const { data: areas } = useAreas();
  return (item) => {
    if (item.kind === 'problem') return void navigate({ to: '/problems/$id', params: { id: item.key } });
    if (item.kind === 'category')
      return void navigate({ to: '/', search: { categories: [Number(item.key)], panel: 'filters' } });
    const bounds = areas?.find((area) => area.id === Number(item.key))?.bounds;
    void navigate({
      to: '/',
      search: { sel: `area:${item.key}`, ...(bounds ? { at: viewOfBounds(bounds) } : {}) },
    });
  };
}
