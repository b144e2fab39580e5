import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { answer, client } from './client.ts';

export type SearchKind = 'problem' | 'concern' | 'commitment';

/** What is searched for; comes from the address or the top bar. */
export interface SearchWish {
  text: string;
  kind?: SearchKind | undefined;
  area?: number | undefined;
  limit?: number;
}

/** Cases, concerns and commitments that hold the words; nothing is asked for an empty text. */
export function useSearchHits({ text, kind, area, limit = 20 }: SearchWish) {
  const query = {
    text: text.trim(),
    limit: String(limit),
    ...(kind && { kind }),
    ...(area && { area: String(area) }),
  };
  return useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.api.search.$get(
          { query: { ...query, ...(pageParam && { after: pageParam }) } },
          { init: { signal } },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: query.text !== '',
    // Others write too, and a search is asked anew at each letter.
    staleTime: 10_000,
  });
}
export type SearchHit = NonNullable<
  ReturnType<typeof useSearchHits>['data']
>['pages'][number]['items'][number];
