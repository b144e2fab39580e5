import { randomUUID } from 'node:crypto';
import { findInAreas } from './concern-areas.ts';
import type { ConcernSight } from './concern-sight.ts';
import type { AppDeps } from './deps.ts';
import { type ConcernFault, faultOf, type NewConcern, type PlaceInput } from './domain/concern.ts';
import { type KeptPlace, keptPlace } from './domain/concern-place.ts';
import { type FoundInText, warningsIn } from './domain/concern-text.ts';
import type { CategoryGuard } from './domain/protected-categories.ts';
import { NotFound, Unusable } from './errors.ts';
import { readCategoryGuard } from './imports/category-scheme.ts';
import type { Person } from './in-reach.ts';
import type { Act, Concern } from './store/ports.ts';
import { today } from './today.ts';

const FAULTS: Record<ConcernFault, { pointer: string; detail: string }> = {
  received_in_future: { pointer: '/receivedOn', detail: 'This day has not come yet.' },
  no_summary: { pointer: '/summary', detail: 'Write in a sentence what it is about.' },
  ends_before_it_begins: { pointer: '/occurredTo', detail: 'Must not lie before the beginning.' },
  contact_without_consent: {
    pointer: '/contact',
    detail:
      'A contact is kept only when the person wants an answer or agrees to be contacted. Mark that, or leave the contact out.',
  },
  anonymous_with_contact: {
    pointer: '/contact',
    detail: 'Whoever stays anonymous leaves no contact. Leave it out, or choose another kind of reporter.',
  },
};

export type TakenIn = { kind: 'concern'; concern: Concern; receipt: string } | { kind: 'protected_referral' };

/** The one way in for what residents raise, one by one or from a pile of paper. */
export function createConcernIntake(
  deps: Pick<AppDeps, 'store' | 'clock' | 'concernKeys'>,
  sight: ConcernSight,
) {
  const { store, clock, concernKeys } = deps;
  let guard: CategoryGuard | null = null;

  /** Words of a text that had better not be in it; nothing of it is kept. */
  function warnings(text: string): FoundInText[] {
    guard ??= readCategoryGuard();
    const { classify } = guard;
    return warningsIn(text, (words) => classify(words) === 'protected');
  }

  async function isOfProtected(categoryId: number | null): Promise<boolean> {
    if (categoryId === null) return false;
    const category = await store.categories.get(categoryId);
    if (!category) throw new NotFound('category');
    return category.protected !== 'none';
  }

  async function placeOf(input: PlaceInput | null): Promise<KeptPlace | null> {
    if (input === null || (input.position === null && input.areaId === null)) return null;
    const kept = keptPlace(input, findInAreas(await store.areas.list()));
    if (kept === null) throw noSuchArea();
    return kept;
  }

  function checkWords({
    summary,
    detail,
    wordsChecked,
  }: Pick<NewConcern, 'summary' | 'detail' | 'wordsChecked'>) {
    if (wordsChecked) return;
    const field = [summary, detail].findIndex((text) =>
      warnings(text).some(({ kind }) => kind === 'protected'),
    );
    if (field < 0) return;
    const said = 'It holds words of what must not be kept.';
    throw new Unusable(
      'looks_protected',
      `${said} Pass it on as protected, so that nothing but a count stays; or say that you have read it and it is about something else.`,
      [{ pointer: field === 0 ? '/summary' : '/detail', detail: said }],
    );
  }

  async function count(input: NewConcern, act: Act): Promise<TakenIn> {
    const day = await today(store, clock);
    if (input.receivedOn > day) throw faulty('received_in_future');
    if (input.pathway === null)
      throw new Unusable(
        'protected_category',
        'This is about what must not be kept. Choose where the person is taken; only the day, that and a count stay.',
        [{ pointer: '/pathway', detail: 'Choose where the person is taken.' }],
      );
    await store.concerns.countReferral({ receivedOn: input.receivedOn, pathway: input.pathway }, act);
    return { kind: 'protected_referral' };
  }

  return {
    warnings,
    placeOf,
    isOfProtected,
    checkWords,
    /** `id`: where the same sending has to be the same concern. */
    async takeIn(person: Person, input: NewConcern, act: Act, id: string = randomUUID()): Promise<TakenIn> {
      if (input.isProtected || (await isOfProtected(input.categoryId))) return count(input, act);
      const fault = faultOf(input, await today(store, clock));
      if (fault !== null) throw faulty(fault);
      checkWords(input);
      const { isProtected: _, pathway: _none, wordsChecked: _said, contact, ...fields } = input;
      const place = await placeOf(input.place);
      await sight.requirePlace(person, 'concern.add', place ?? NOWHERE);
      const receipt = concernKeys.newReceipt();
      const sealed = contact === '' ? null : concernKeys.contact.seal(contact, id);
      const { answerMe, contactMe, publishSummary } = input.consent;
      const concern = await store.concerns.create(
        {
          ...fields,
          id,
          place,
          contact: sealed,
          consentAt: answerMe || contactMe || publishSummary ? act.at : null,
          receipt: concernKeys.digestOf(receipt),
        },
        act,
      );
      return { kind: 'concern', concern, receipt };
    },
  };
}

export type ConcernIntake = ReturnType<typeof createConcernIntake>;

const NOWHERE = { position: null, areaId: null };

export function faulty(fault: ConcernFault): Unusable {
  return new Unusable(fault, FAULTS[fault].detail, [FAULTS[fault]]);
}

function noSuchArea(): Unusable {
  const detail =
    'Choose a neighbourhood or something larger: an area that was drawn may be as small as a house.';
  return new Unusable('no_such_area', detail, [{ pointer: '/place/areaId', detail }]);
}
