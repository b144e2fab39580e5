import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, ifMatch, wholeList } from './client.ts';
import type { Category } from './records.ts';
import { useMay } from './session.ts';

export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: async ({ signal }): Promise<Category[]> =>
    (await wholeList((query) => answer(client.api.categories.$get({ query }, { init: { signal } })))).items,
});

export function useCategories() {
  return useQuery({ ...categoriesQuery, enabled: useMay('category.read') });
}

export type CategoryChange = Parameters<(typeof client.api.categories)[':id']['$patch']>[0]['json'];

export function useUpdateCategory() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ category, change }: { category: Category; change: CategoryChange }) =>
      answer(
        client.api.categories[':id'].$patch(
          { param: { id: String(category.id) }, json: change },
          ifMatch(category),
        ),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: categoriesQuery.queryKey }),
  });
}
