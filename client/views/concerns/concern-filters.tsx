import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ConcernFilter, KeptState } from '../../api/concerns.ts';
import { AreaSelect } from '../../area-select.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { choicesOf, STATE_WORDS } from './concern-words.ts';
import styles from './concerns.module.css';

export interface ListSearch {
  state?: KeptState | undefined;
  area?: number | undefined;
  overdue?: true | undefined;
  text?: string | undefined;
}

interface ConcernFiltersProps {
  filter: ConcernFilter;
  onChange: (change: ListSearch) => void;
}

/** What the list is narrowed to; all of it is in the address. */
export function ConcernFilters({ filter, onChange }: ConcernFiltersProps) {
  const intl = useIntl();
  const [text, setText] = useState(filter.text ?? '');
  const any = {
    id: 'any' as const,
    label: intl.formatMessage({ id: 'concerns.any', defaultMessage: 'All' }),
  };
  return (
    <search className={styles.filters}>
      <TextField
        type="search"
        label={intl.formatMessage({ id: 'concerns.search', defaultMessage: 'Search the words' })}
        value={text}
        onChange={(typed) => {
          setText(typed);
          onChange({ text: typed.trim() === '' ? undefined : typed.trim() });
        }}
        maxLength={200}
      />
      <Select<KeptState | 'any'>
        label={intl.formatMessage({ id: 'concerns.state', defaultMessage: 'State' })}
        choices={[any, ...choicesOf(intl, STATE_WORDS)]}
        value={filter.state ?? 'any'}
        onChange={(state) => onChange({ state: state === 'any' ? undefined : state })}
      />
      <AreaSelect value={filter.area ?? null} onChange={(area) => onChange({ area: area ?? undefined })} />
      <Checkbox
        isSelected={filter.overdue ?? false}
        onChange={(overdue) => onChange({ overdue: overdue || undefined })}
      >
        {intl.formatMessage({ id: 'concerns.overdue', defaultMessage: 'Answer overdue' })}
      </Checkbox>
    </search>
  );
}
