import type { Figure } from '../domain/disclosure-check.ts';
import { LEAST_PUBLISHED, MOST_RELEASES, type PublicationState } from '../domain/publication.ts';
import { Conflict, Unusable } from '../errors.ts';
import type { Act, KeptFigure, Publication, Store, Viewer } from '../store/ports.ts';
import { checkApart } from './check-apart.ts';
import { type CountedFigures, countFigures } from './count-figures.ts';

/** Counts for the public, and the gate they pass: prepared and checked, approved, checked again, released. */
export function createPublications(store: Store) {
  /** All that was released, as the check wants it. */
  async function released(but: string | null) {
    const releases = await store.publications.releasedFigures(but);
    const figures = releases.flatMap(({ id, figures }) => figures.map((figure) => checked(figure, id)));
    return { figures, releases: releases.map(({ id, title }) => ({ id, title })) };
  }

  return {
    async prepare(
      viewer: Viewer,
      { title, text, ...wish }: Pick<Publication, 'title' | 'text'> & Publication['wish'],
      act: Act,
    ): Promise<Publication> {
      const counted = await countFigures(store, viewer, wish);
      const before = await released(null);
      if (before.releases.length >= MOST_RELEASES) throw tooManyReleases();
      const own = counted.figures.map((figure) => checked(figure, null));
      const verdict = await checkApart({ figures: [...before.figures, ...own], least: LEAST_PUBLISHED });
      const hidden = new Set(verdict.hidden);
      const sheet = {
        ...sheetOf(counted, hidden),
        worstCase: verdict.worstCase,
        comparedWith: before.releases,
      };
      const figures = counted.figures.map((figure) =>
        hidden.has(keyOf(figure)) ? { ...figure, count: null } : figure,
      );
      const { zone, areas, periods } = counted;
      const table = { areas: [...areas], periods: [...periods], figures };
      const subjects = await namesOf(wish.categories);
      return store.publications.prepare({ title, text, wish, subjects, zone, sheet }, table, act);
    },

    /** What was safe when it was prepared may not be after another release. */
    async moveTo(id: string, version: number, state: PublicationState, act: Act): Promise<Publication> {
      if (state === 'approved' || state === 'released') await requireSafe(id);
      return store.publications.moveTo(id, version, state, act);
    },
  };

  async function namesOf(categories: readonly number[] | null): Promise<string[] | null> {
    if (categories === null) return null;
    const known = new Map((await store.categories.list()).map(({ id, publicName }) => [id, publicName]));
    const names = categories.map((id) => known.get(id));
    if (names.includes(undefined))
      throw new Unusable('unknown_category', 'A chosen category is not there any more. Choose again.');
    return names.filter((name) => name !== undefined);
  }

  async function requireSafe(id: string): Promise<void> {
    const before = await released(id);
    const own = (await store.publications.figures(id)).map((figure) => checked(figure, null));
    const { hidden } = await checkApart({ figures: [...before.figures, ...own], least: LEAST_PUBLISHED });
    if (hidden.length > 0)
      throw new Conflict(
        'gives_away_more',
        `Together with what was released in the meantime, ${hidden.length} of these figures would give small numbers away. Withdraw this publication and prepare it again.`,
      );
  }
}

function checked(figure: KeptFigure, release: string | null): Figure {
  return { key: keyOf(figure), release, tokens: figure.tokens };
}

const keyOf = ({ area, period }: Pick<KeptFigure, 'area' | 'period'>): string => `${area} ${period}`;

function sheetOf({ figures, elsewhere }: CountedFigures, hidden: ReadonlySet<string>) {
  const small = figures.filter(({ tokens }) => tokens.length > 0 && tokens.length < LEAST_PUBLISHED).length;
  const all = figures.at(-1);
  return {
    least: LEAST_PUBLISHED,
    figures: figures.length,
    small,
    secondary: hidden.size - small,
    incidents: all?.tokens.length ?? 0,
    elsewhere,
  };
}

const tooManyReleases = () =>
  new Conflict(
    'too_many_releases',
    `${MOST_RELEASES.toLocaleString('en-GB')} releases stand, and no new one can be held against all of them.`,
  );
