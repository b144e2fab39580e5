import { useMemo } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { SearchSelect } from '../../ui/search-select.tsx';

/** Where a role is to hold; an area may still have to be chosen. */
export type Where = { kind: 'everywhere' } | { kind: 'area'; areaId: number | null };

export const EVERYWHERE: Where = { kind: 'everywhere' };

/** Everywhere, or one area out of what may be hundreds. */
export function PlaceField({ value, onChange }: { value: Where; onChange: (where: Where) => void }) {
  const intl = useIntl();
  return (
    <>
      <RadioGroup
        label={intl.formatMessage({ id: 'people.where', defaultMessage: 'Where?' })}
        value={value.kind}
        onChange={(kind) => onChange(kind === 'area' ? { kind, areaId: null } : EVERYWHERE)}
        choices={[
          {
            id: 'everywhere',
            label: intl.formatMessage({ id: 'people.where.everywhere', defaultMessage: 'Everywhere' }),
          },
          {
            id: 'area',
            label: intl.formatMessage({ id: 'people.where.area', defaultMessage: 'In one area' }),
            hint: intl.formatMessage({
              id: 'people.where.area.hint',
              defaultMessage: 'Only what lies wholly in it; the outline of the area then stays as it is.',
            }),
          },
        ]}
      />
      {value.kind === 'area' ? (
        <AreaSelect value={value.areaId} onChange={(areaId) => onChange({ kind: 'area', areaId })} />
      ) : null}
    </>
  );
}

function AreaSelect({ value, onChange }: { value: number | null; onChange: (id: number | null) => void }) {
  const intl = useIntl();
  const { data: areas, error } = useAreas();
  const choices = useMemo(() => {
    const names = new Map(areas?.map(({ id, name }) => [id, name]));
    const kindOf = (kind: string) =>
      intl.formatMessage(
        {
          id: 'people.where.kind',
          defaultMessage:
            '{kind, select, country {Country} region {Region} district {District} neighbourhood {Neighbourhood} beat {Beat} other {Drawn area}}',
        },
        { kind },
      );
    return (areas ?? [])
      .map(({ id, name, kind, parentId }) => {
        const within = parentId === null ? undefined : names.get(parentId);
        return { id, label: name, hint: [kindOf(kind), within].filter(Boolean).join(' · ') };
      })
      .sort((a, b) => a.label.localeCompare(b.label, intl.locale, { numeric: true }));
  }, [areas, intl]);
  // Somebody who types before the names are there would lose what they typed.
  if (areas === undefined && !error)
    return (
      <p role="status">
        <FormattedMessage id="people.where.loading" defaultMessage="Fetching the areas…" />
      </p>
    );
  return (
    <>
      <ErrorNotice error={error} />
      <SearchSelect
        // The list is taken over when it is first shown.
        key={choices.length}
        label={intl.formatMessage({ id: 'people.where.which', defaultMessage: 'Which area?' })}
        placeholder={intl.formatMessage({
          id: 'people.where.search',
          defaultMessage: 'Type a part of its name',
        })}
        none={intl.formatMessage({ id: 'people.where.none', defaultMessage: 'No area of this name' })}
        openLabel={intl.formatMessage({ id: 'people.where.open', defaultMessage: 'Show all areas' })}
        choices={choices}
        value={value}
        onChange={onChange}
      />
    </>
  );
}
