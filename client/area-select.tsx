import { useIntl } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { SearchSelect } from './ui/search-select.tsx';

interface AreaSelectProps {
  value: number | null;
  onChange: (id: number | null) => void;
  hint?: string;
}

/** An official area by its name; those that somebody drew may be as small as a house. */
export function AreaSelect({ value, onChange, hint }: AreaSelectProps) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const choices = (areas ?? [])
    .filter(({ kind }) => kind !== 'custom')
    .map(({ id, name }) => ({ id, label: name }));
  return (
    <SearchSelect
      key={choices.length}
      label={intl.formatMessage({ id: 'concerns.area', defaultMessage: 'Area' })}
      placeholder={intl.formatMessage({
        id: 'concerns.area.search',
        defaultMessage: 'Type a part of its name',
      })}
      none={intl.formatMessage({ id: 'concerns.area.none', defaultMessage: 'No area of this name' })}
      openLabel={intl.formatMessage({ id: 'concerns.area.open', defaultMessage: 'Show all areas' })}
      choices={choices}
      value={value}
      onChange={onChange}
      {...(hint !== undefined && { hint })}
    />
  );
}
