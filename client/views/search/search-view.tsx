import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { type SearchHit, type SearchKind, useSearchHits } from '../../api/search.ts';
import { useMay } from '../../api/session.ts';
import { AreaSelect } from '../../area-select.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { FoundText } from '../../found-text.tsx';
import { KIND_WORDS, SEARCH_KINDS } from '../../search-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './search.module.css';

/** Words in cases, concerns and commitments; what is asked for is in the address. */
export function SearchView() {
  const intl = useIntl();
  const search = useSearch({ from: '/search' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.text ?? '');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useSearchHits({
    ...search,
    text: search.text ?? '',
  });
  const hits = (data?.pages ?? []).flatMap(({ items }) => items);
  const change = (wanted: Partial<typeof search>) =>
    void navigate({ to: '/search', search: { ...search, ...wanted }, replace: true });
  const any = {
    id: 'any' as const,
    label: intl.formatMessage({ id: 'search.any', defaultMessage: 'All kinds' }),
  };
  return (
    <div className={styles.page}>
      <h1>
        <FormattedMessage id="search.title" defaultMessage="Search" />
      </h1>
      <search className={styles.filters}>
        <TextField
          type="search"
          label={intl.formatMessage({ id: 'search.text', defaultMessage: 'Words' })}
          value={typed}
          maxLength={200}
          onChange={(text) => {
            setTyped(text);
            change({ text: text.trim() || undefined });
          }}
        />
        <Select<SearchKind | 'any'>
          label={intl.formatMessage({ id: 'search.kind', defaultMessage: 'What' })}
          choices={[any, ...SEARCH_KINDS.map((id) => ({ id, label: intl.formatMessage(KIND_WORDS[id]) }))]}
          value={search.kind ?? 'any'}
          onChange={(kind) => change({ kind: kind === 'any' ? undefined : kind })}
        />
        <AreaSelect value={search.area ?? null} onChange={(area) => change({ area: area ?? undefined })} />
      </search>
      <ErrorNotice error={error} />
      <div aria-live="polite">
        {search.text && data && hits.length === 0 && !isPlaceholderData ? (
          <EmptyState
            title={intl.formatMessage({ id: 'search.none', defaultMessage: 'Nothing holds these words' })}
          >
            <FormattedMessage
              id="search.none.text"
              defaultMessage="The beginning of a word is enough; accents and capital letters do not matter."
            />
          </EmptyState>
        ) : null}
      </div>
      {search.text ? (
        <ul className={styles.hits}>
          {hits.map((hit) => (
            <Hit key={`${hit.kind}:${hit.id}`} hit={hit} />
          ))}
        </ul>
      ) : null}
      {search.text && hasNextPage ? (
        <div>
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            <FormattedMessage id="search.more" defaultMessage="Show more" />
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const intl = useIntl();
  return (
    <li className={styles.hit}>
      <p className={styles.facts}>
        <Badge>{intl.formatMessage(KIND_WORDS[hit.kind])}</Badge>
        <FormattedDate value={hit.at} dateStyle="medium" {...(hit.at.length === 10 && { timeZone: 'UTC' })} />
      </p>
      <HitLink hit={hit} />
      <p className={styles.snippet}>
        <FoundText pieces={hit.snippet} />
      </p>
    </li>
  );
}

function HitLink({ hit: { kind, id, title } }: { hit: SearchHit }) {
  const mayReadCases = useMay('problem.read');
  const text = <FoundText pieces={title} />;
  if (kind === 'problem' && mayReadCases)
    return (
      <Link to="/problems/$id" params={{ id }} className={styles.title}>
        {text}
      </Link>
    );
  if (kind === 'concern')
    return (
      <Link to="/concerns/$id" params={{ id }} className={styles.title}>
        {text}
      </Link>
    );
  return (
    <Link to="/commitments" search={{ show: 'all' }} hash={`commitment-${id}`} className={styles.title}>
      {text}
    </Link>
  );
}
