import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  Collection,
  ComboBox,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import { defineMessages, FormattedMessage, type MessageDescriptor, useIntl } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { useCategories } from './api/categories.ts';
import { type SearchHit, useSearchHits } from './api/search.ts';
import { findNames, type Named } from './find-names.ts';
import { FoundText } from './found-text.tsx';
import { KIND_WORDS, plainText, SEARCH_KINDS } from './search-words.ts';
import styles from './top-search.module.css';
import { viewOfBounds } from './view-of-bounds.ts';

interface Line {
  id: string;
  name: string;
  /** What of the rest of the text holds the words. */
  snippet?: SearchHit['snippet'];
  open: () => void;
}
interface Section {
  id: string;
  title: string;
  lines: Line[];
}

/** Finds cases, concerns and commitments by their words, areas and categories by their names, and goes there. */
export function TopSearch() {
  const intl = useIntl();
  const [text, setText] = useState('');
  const sections = useSections(text);
  const lines = sections.flatMap((section) => section.lines);
  const label = intl.formatMessage({
    id: 'frame.search',
    defaultMessage: 'Find a case, a concern, a promise, an area',
  });
  return (
    <ComboBox
      className={styles.search}
      aria-label={label}
      items={sections}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        lines.find(({ id }) => id === key)?.open();
        setText('');
      }}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ''}
    >
      <Group className={styles.box}>
        <Search aria-hidden size={16} />
        <Input className={styles.input} placeholder={label} maxLength={200} />
      </Group>
      <Popover className={styles.popover} offset={4}>
        <ListBox<Section>
          className={styles.list}
          renderEmptyState={() => (
            <p className={styles.none}>
              <FormattedMessage id="frame.search.none" defaultMessage="Nothing of this name" />
            </p>
          )}
        >
          {(section) => (
            <ListBoxSection id={section.id}>
              <Header className={styles.heading}>{section.title}</Header>
              <Collection items={section.lines}>{(line) => <FoundLine line={line} />}</Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function FoundLine({ line }: { line: Line }) {
  return (
    <ListBoxItem id={line.id} textValue={line.name} className={styles.item}>
      <Text slot="label">{line.name}</Text>
      {line.snippet?.some(({ isFound }) => isFound) ? (
        <Text slot="description" className={styles.kind}>
          <FoundText pieces={line.snippet} />
        </Text>
      ) : null}
    </ListBoxItem>
  );
}

/** Of each kind, as many as fit; the page of the search has the rest. */
const OF_EACH = 4;
const NAME_TITLES = defineMessages({
  area: { id: 'frame.search.areas', defaultMessage: 'Areas on the map' },
  category: { id: 'frame.search.categories', defaultMessage: 'Categories on the map' },
}) satisfies Record<Named['kind'], MessageDescriptor>;

function useSections(text: string): Section[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const asked = useDeferredValue(text.trim());
  const ofKind = {
    problem: useSearchHits({ text: asked, kind: 'problem', limit: OF_EACH }).data,
    concern: useSearchHits({ text: asked, kind: 'concern', limit: OF_EACH }).data,
    commitment: useSearchHits({ text: asked, kind: 'commitment', limit: OF_EACH }).data,
  };
  const names = useNames(text);
  if (text.trim() === '') return [];
  const hits = SEARCH_KINDS.map((kind) => ({
    id: kind,
    title: intl.formatMessage(KIND_WORDS[kind]),
    lines: (ofKind[kind]?.pages[0]?.items ?? []).map(
      (hit): Line => ({
        id: `${kind}:${hit.id}`,
        name: plainText(hit.title),
        snippet: hit.snippet,
        open: () => open(hit),
      }),
    ),
  }));
  const all = {
    id: 'all',
    name: intl.formatMessage(
      { id: 'frame.search.all', defaultMessage: 'All that holds “{text}”' },
      { text: text.trim() },
    ),
    open: () => void navigate({ to: '/search', search: { text: text.trim() } }),
  };
  const found = [...hits, ...names].filter(({ lines }) => lines.length > 0);
  const more = {
    id: 'more',
    title: intl.formatMessage({ id: 'frame.search.page', defaultMessage: 'Search' }),
    lines: [all],
  };
  return [...found, more];

  function open({ kind, id }: SearchHit): void {
    if (kind === 'problem') void navigate({ to: '/problems/$id', params: { id } });
    else if (kind === 'concern') void navigate({ to: '/concerns/$id', params: { id } });
    else void navigate({ to: '/commitments', search: { show: 'all' }, hash: `commitment-${id}` });
  }
}

/** Areas and categories by their names: these are here already. */
function useNames(text: string): Section[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const { data: areas } = useAreas();
  const { data: categories } = useCategories();
  const named = useMemo(
    () => [
      ...(areas ?? []).map((a) => nameOf('area', String(a.id), a.name)),
      ...(categories ?? []).map((c) => nameOf('category', String(c.id), c.name)),
    ],
    [areas, categories],
  );
  const open = ({ kind, key }: Named) => {
    if (kind === 'category')
      return void navigate({ to: '/', search: { categories: [Number(key)], panel: 'filters' } });
    const bounds = areas?.find((area) => area.id === Number(key))?.bounds;
    void navigate({
      to: '/',
      search: { sel: `area:${key}`, ...(bounds ? { at: viewOfBounds(bounds) } : {}) },
    });
  };
  return (['area', 'category'] as const).map((kind) => ({
    id: kind,
    title: intl.formatMessage(NAME_TITLES[kind]),
    lines: findNames(
      named.filter((one) => one.kind === kind),
      text,
      OF_EACH,
    ).map((one) => ({ id: one.id, name: one.name, open: () => open(one) })),
  }));
}

function nameOf(kind: Named['kind'], key: string, name: string): Named {
  return { id: `${kind}:${key}`, kind, key, name };
}
