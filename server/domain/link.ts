/** What points to a thing that somebody wants to delete, and what is said of it. */

export const LINK_KINDS = [
  'problem',
  'area',
  'total',
  'protected_asset',
  'recording_change',
  'committee',
  'concern',
  'commitment',
  'exhibit',
  'finding',
  'hypothesis',
  'option',
  'reply',
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Link {
  readonly kind: LinkKind;
  readonly id: string;
  readonly name: string;
  /** The case it belongs to, or is; whoever may not read that is not told its name. */
  readonly problemId: string | null;
  /** It would point to nothing: the thing is not deleted as long as this is there. */
  readonly holds: boolean;
}

/** What whoever deletes the thing has said: that they have read what links to it. */
export interface DespiteLinks {
  despite?: 'links' | undefined;
}

/** A deletion that did not happen, and what links to the thing. */
export class StillLinked extends Error {
  readonly links: readonly Link[];

  constructor(links: readonly Link[]) {
    super('Something links to this.');
    this.links = links;
  }
}

/** What would point to nothing keeps the thing; with the rest one goes on once it was read. */
export function isLinked(links: readonly Link[], { despite }: DespiteLinks): boolean {
  return links.length > 0 && (despite !== 'links' || links.some(({ holds }) => holds));
}

export interface LinkGroup {
  kind: LinkKind;
  count: number;
  holds: boolean;
  /** The first of them that the asker may know of. */
  items: { id: string; name: string; problemId: string | null }[];
}

const MOST_NAMED = 8;

/** Counted by kind; named as far as `mayName` allows, and only the first. */
export function grouped(links: readonly Link[], mayName: (link: Link) => boolean): LinkGroup[] {
  return LINK_KINDS.flatMap((kind) =>
    [true, false].flatMap((holds): LinkGroup[] => {
      const found = links.filter((link) => link.kind === kind && link.holds === holds);
      if (found.length === 0) return [];
      const items = found
        .filter(mayName)
        .slice(0, MOST_NAMED)
        .map(({ id, name, problemId }) => ({ id, name, problemId }));
      return [{ kind, count: found.length, holds, items }];
    }),
  );
}

const WORDS: Readonly<Record<LinkKind, readonly [one: string, more: string]>> = {
  problem: ['problem case', 'problem cases'],
  area: ['area', 'areas'],
  total: ['total', 'totals'],
  protected_asset: ['protected place', 'protected places'],
  recording_change: ['change of recording', 'changes of recording'],
  committee: ['committee', 'committees'],
  concern: ['concern', 'concerns'],
  commitment: ['commitment', 'commitments'],
  exhibit: ['kept answer', 'kept answers'],
  finding: ['finding', 'findings'],
  hypothesis: ['hypothesis', 'hypotheses'],
  option: ['option', 'options'],
  reply: ['reply', 'replies'],
};

/** "2 problem cases (RIV-2026-01 Stops), 1 area (North)". */
export function sentenceOf(groups: readonly LinkGroup[]): string {
  return groups
    .map(({ kind, count, items }) => {
      const names = items.slice(0, 3).map(({ name }) => name);
      const more = count > names.length && names.length > 0 ? ' and others' : '';
      return `${count} ${WORDS[kind][count === 1 ? 0 : 1]}${names.length > 0 ? ` (${names.join('; ')}${more})` : ''}`;
    })
    .join(', ');
}

const FIRST: Readonly<Partial<Record<LinkKind, string>>> = {
  concern: 'Take the concerns out of the case',
  commitment: 'See the commitments to their end, or withdraw them',
};

/** What has to be done before the thing can go: one sentence for each kind that keeps it. */
export function whatToDo(groups: readonly LinkGroup[]): string {
  const steps = new Set(groups.map(({ kind }) => FIRST[kind] ?? 'Change or delete that first'));
  return [...steps].map((step) => `${step}.`).join(' ');
}

/** What becomes of what links to a thing that may go: replies go with their note, the rest stays. */
export function becomes(groups: readonly LinkGroup[]): string {
  return groups.some(({ kind }) => kind === 'reply')
    ? 'They are hidden with it, and come back when it is restored.'
    : 'It stays as it is when this is deleted.';
}
