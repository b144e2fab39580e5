import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import { useAreas } from './api/areas.ts';
import { useCategories } from './api/categories.ts';
import { useDatasets } from './api/datasets.ts';
import type { IncidentFilter } from './api/incidents.ts';
import { useWorkspace } from './api/workspace.ts';
import { type FilterPart, filterParts, type NameBooks } from './filter-parts.ts';

/** Which incidents a filter means, in plain words. */
export function FilterWords({ filter }: { filter: IncidentFilter }) {
  const sentences = useFilterSentences()(filter);
  if (sentences.length === 1 && isEverything(filter)) return sentences[0];
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

const NO_BOOKS: NameBooks = { datasets: new Map(), categories: new Map(), areas: new Map() };
const isEverything = (filter: IncidentFilter): boolean => filterParts(filter, NO_BOOKS).length === 0;

/** The same as text: one sentence a part of the filter, one for a filter that keeps everything. */
export function useFilterSentences(): (filter: IncidentFilter) => string[] {
  const intl = useIntl();
  const names = useNameBooks();
  const timeZone = useWorkspace().data?.timezone;
  return (filter) => {
    const parts = filterParts(filter, names);
    return parts.length > 0
      ? parts.map((part) => partText(intl, part, timeZone))
      : [
          intl.formatMessage({
            id: 'filter.everything',
            defaultMessage: 'Every incident of this workspace',
          }),
        ];
  };
}

function partText(intl: IntlShape, part: FilterPart, timeZone: string | undefined): string {
  const day = (instant: string | null) =>
    instant === null
      ? ''
      : intl.formatDate(instant, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  switch (part.part) {
    case 'shape':
      return intl.formatMessage({ id: 'filter.shape', defaultMessage: 'Inside the drawn area' });
    case 'period':
      return intl.formatMessage(
        {
          id: 'filter.period',
          defaultMessage:
            '{ends, select, both {From {from} to {to}} from {From {from} on} other {Up to {to}}}',
        },
        {
          ends: part.from ? (part.to ? 'both' : 'from') : 'to',
          from: day(part.from),
          to: day(lastIn(part.to)),
        },
      );
    default:
      return intl.formatMessage(
        {
          id: 'filter.list',
          defaultMessage:
            '{part, select, categories {Category} areas {In} other {From the data set}}: {names}{unknown, plural, =0 {} one { and one that is gone} other { and # that are gone}}',
        },
        {
          part: part.part,
          names: intl.formatList(part.names, { type: 'disjunction' }),
          unknown: part.unknown,
        },
      );
  }
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
