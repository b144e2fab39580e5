/** What may be asked of the store about words. */
import type { CaseSight, Ids } from './problem-ports.ts';
import type { Page } from './records.ts';

export type SearchKind = 'problem' | 'concern' | 'commitment';

/** What somebody sees of each kind; a kind that is left out is not searched. */
export interface SearchSight {
  problem?: CaseSight;
  concern?: Ids;
  commitment?: Ids;
}

export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: string;
  /** All that is searched beside the title, as it was written. */
  body: string;
  /** The day or instant it was opened, received or promised. */
  at: string;
  /** Stage of a case, state of the others. */
  state: string;
}

export interface SearchStore {
  /**
   * What holds each of the words, or begins with it; found in the title first, then the newest first. What the sight leaves
   * out takes no part: neither in the answer nor in its order.
   */
  find(
    words: readonly string[],
    sight: SearchSight,
    page: { after?: string; limit: number },
  ): Promise<Page<SearchHit>>;
}
