import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ItemBodies, ItemKind, PartBodies, PartName } from '../../server/app.ts';
import { answer, client, done, idempotent, ifMatch, wholeList } from './client.ts';

export type { ItemBodies, ItemKind, PartBodies, PartName };

/** One part of a case as the server has it; version 0, without a body: never written. */
export interface Part<Name extends PartName> {
  readonly name: Name;
  readonly body: PartBodies[Name] | null;
  readonly version: number;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
}

/** One of the many of a case. */
export interface Item<Kind extends ItemKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly position: number;
  readonly body: ItemBodies[Kind];
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly deletedAt: string | null;
}

type AnyPart = { [Name in PartName]: Part<Name> }[PartName];
type AnyItem = { [Kind in ItemKind]: Item<Kind> }[ItemKind];

function isPart<Name extends PartName>(part: { name: PartName }, name: Name): part is Part<Name> {
  return part.name === name;
}

function isOfKind<Kind extends ItemKind>(item: { kind: ItemKind }, kind: Kind): item is Item<Kind> {
  return item.kind === kind;
}

export function partsQuery(problemId: string) {
  return queryOptions({
    queryKey: ['problems', 'parts', problemId],
    queryFn: async ({ signal }): Promise<AnyPart[]> =>
      (
        await answer(
          client.api.problems[':id'].parts.$get({ param: { id: problemId } }, { init: { signal } }),
        )
      ).items,
  });
}

export function useParts(problemId: string) {
  return useQuery(partsQuery(problemId));
}

/** One part of a case; undefined while it is read. */
export function usePart<Name extends PartName>(problemId: string, name: Name): Part<Name> | undefined {
  const { data } = useQuery({
    ...partsQuery(problemId),
    select: (parts): Part<Name> | undefined => {
      for (const part of parts) if (isPart(part, name)) return part;
      return undefined;
    },
  });
  return data;
}

export interface SavedPart<Name extends PartName> {
  body: PartBodies[Name];
  /** The version it was made from: 0 for a part that was never written. */
  version: number;
}

/** Writes a part as a whole; a stale write is refused, and the error carries the newest. */
export function useSavePart<Name extends PartName>(problemId: string, name: Name) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ body, version }: SavedPart<Name>) =>
      answer(
        client.api.problems[':id'].parts[':name'].$put(
          { param: { id: problemId, name }, json: body },
          ifMatch({ version }),
        ),
      ),
    onSuccess: refresh,
  });
}

function itemsQuery(problemId: string) {
  return queryOptions({
    queryKey: ['problems', 'items', problemId],
    queryFn: async ({ signal }): Promise<AnyItem[]> =>
      (
        await wholeList((query) =>
          answer(
            client.api.problems[':id'].items.$get({ param: { id: problemId }, query }, { init: { signal } }),
          ),
        )
      ).items,
  });
}

/** All entries of one kind, in their order; undefined while they are read. */
export function useItems<Kind extends ItemKind>(problemId: string, kind: Kind): Item<Kind>[] | undefined {
  const { data } = useQuery({
    ...itemsQuery(problemId),
    // No case was chosen yet.
    enabled: problemId !== '',
    select: (items) => items.flatMap((item): Item<Kind>[] => (isOfKind(item, kind) ? [item] : [])),
  });
  return data;
}

/** All entries of a case, by kind and in their order; undefined while they are read. */
export function useAllItems(problemId: string): AnyItem[] | undefined {
  return useQuery(itemsQuery(problemId)).data;
}

export function useAddItem<Kind extends ItemKind>(problemId: string, kind: Kind) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ body, position }: { body: ItemBodies[Kind]; position?: number }) =>
      answer(
        client.api.problems[':id'].items.$post(
          { param: { id: problemId }, json: { kind, body, position } },
          idempotent(),
        ),
      ),
    onSuccess: refresh,
  });
}

export interface ItemChange<Kind extends ItemKind> {
  item: Pick<Item<Kind>, 'id' | 'version'>;
  /** Fields that are left out stay as they are. */
  body?: Partial<ItemBodies[Kind]>;
  position?: number;
}

export function useSaveItem<Kind extends ItemKind>(problemId: string, _kind: Kind) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ item, body, position }: ItemChange<Kind>) =>
      answer(
        client.api.problems[':id'].items[':itemId'].$patch(
          { param: { id: problemId, itemId: item.id }, json: { body, position } },
          ifMatch(item),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRemoveItem(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (item: { id: string; version: number }) =>
      done(
        client.api.problems[':id'].items[':itemId'].$delete(
          { param: { id: problemId, itemId: item.id } },
          ifMatch(item),
        ),
      ),
    onSuccess: refresh,
  });
}

export function useRestoreItem(problemId: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (itemId: string) =>
      answer(client.api.problems[':id'].items[':itemId'].restore.$post({ param: { id: problemId, itemId } })),
    onSuccess: refresh,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['problems'] });
}
