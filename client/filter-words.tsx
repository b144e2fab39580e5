import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { FormattedDate, FormattedList, FormattedMessage } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { useCategories } from './api/categories.ts';
import { useDatasets } from './api/datasets.ts';
import type { IncidentFilter } from './api/incidents.ts';
import { useWorkspace } from './api/workspace.ts';
import { type FilterPart, filterParts, type NameBooks } from './filter-parts.ts';

/** Which incidents a filter means, in plain words. */
export function FilterWords({ filter }: { filter: IncidentFilter }) {
  const names = useNameBooks();
  const { data: workspace } = useWorkspace();
  const parts = filterParts(filter, names);
  if (parts.length === 0)
    return <FormattedMessage id="filter.everything" defaultMessage="Every incident of this workspace" />;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.part}>
          <PartWords part={part} timezone={workspace?.timezone} />
        </li>
      ))}
    </ul>
  );
}

function PartWords({ part, timezone }: { part: FilterPart; timezone: string | undefined }): ReactNode {
  switch (part.part) {
    case 'shape':
      return <FormattedMessage id="filter.shape" defaultMessage="Inside the drawn area" />;
    case 'period':
      return (
        <FormattedMessage
          id="filter.period"
          defaultMessage="{ends, select, both {From {from} to {to}} from {From {from} on} other {Up to {to}}}"
          values={{
            ends: part.from ? (part.to ? 'both' : 'from') : 'to',
            from: <Day instant={part.from} timezone={timezone} />,
            to: <Day instant={lastIn(part.to)} timezone={timezone} />,
          }}
        />
      );
    default:
      return (
        <FormattedMessage
          id="filter.list"
          defaultMessage="{part, select, categories {Category} areas {In} other {From the data set}}: {names}{unknown, plural, =0 {} one { and one that is gone} other { and # that are gone}}"
          values={{
            part: part.part,
            names: <FormattedList type="disjunction" value={part.names} />,
            unknown: part.unknown,
          }}
        />
      );
  }
}

function Day({ instant, timezone }: { instant: string | null; timezone: string | undefined }) {
  if (instant === null) return null;
  return <FormattedDate value={instant} day="numeric" month="long" year="numeric" timeZone={timezone} />;
}

/** The last instant that is in: people mean the whole day they name. */
function lastIn(to: string | null): string | null {
  return to === null ? null : new Date(Date.parse(to) - 1).toISOString();
}

function useNameBooks(): NameBooks {
  const { data: datasets } = useDatasets();
  const { data: categories } = useCategories();
  const { data: areas } = useAreas();
  return useMemo(
    () => ({ datasets: bookOf(datasets), categories: bookOf(categories), areas: bookOf(areas) }),
    [datasets, categories, areas],
  );
}

function bookOf(items: readonly { id: number; name: string }[] | undefined): ReadonlyMap<number, string> {
  return new Map((items ?? []).map(({ id, name }) => [id, name]));
}
