import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch, wholeList } from './client.ts';
import { useMay } from './session.ts';

const KEY = ['totals'];
const routes = client.api.totals;

export function useTotals() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('aggregate.read'),
  });
}

export function useAgreements() {
  return useQuery({
    queryKey: [...KEY, 'agreements'],
    queryFn: async ({ signal }) =>
      (await wholeList((query) => answer(routes.agreements.$get({ query }, { init: { signal } })))).items,
    enabled: useMay('aggregate.read'),
  });
}

export type Total = NonNullable<ReturnType<typeof useTotals>['data']>[number];
export type Agreement = NonNullable<ReturnType<typeof useAgreements>['data']>[number];
export type NewTotal = Parameters<typeof routes.$post>[0]['json'];
export type NewAgreement = Parameters<typeof routes.agreements.$post>[0]['json'];

export function useEnterTotal() {
  return useChange((json: NewTotal) => answer(routes.$post({ json })));
}

export function useCorrectTotal() {
  return useChange(({ total, count }: { total: Total; count: number }) =>
    answer(routes[':id'].$patch({ param: { id: String(total.id) }, json: { count } }, ifMatch(total))),
  );
}

export function useAgree() {
  return useChange((json: NewAgreement) => answer(routes.agreements.$post({ json }, idempotent())));
}

export function useEndAgreement() {
  return useChange(({ agreement, to }: { agreement: Agreement; to: string }) =>
    answer(
      routes.agreements[':id'].end.$post(
        { param: { id: String(agreement.id) }, json: { to } },
        ifMatch(agreement),
      ),
    ),
  );
}

function useChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: KEY }) });
}
