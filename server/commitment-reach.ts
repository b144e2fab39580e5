import type { Standing } from './domain/commitment.ts';
import { type HeldRole, type Reach, reachOf } from './domain/held-roles.ts';
import type { Action, Role } from './domain/permissions.ts';
import { type AreaShapes, type Place, placeOfCase, placeOfCommitment } from './domain/places.ts';
import { AppError, NotFound, Unusable } from './errors.ts';
import type { Commitment, Ids, NewCommitment, Store } from './store/ports.ts';

/** What somebody is to a commitment they see. */
export interface SeenStanding extends Standing {
  readonly mayPropose: boolean;
}

/** Who asks, and with which roles. */
export interface Asker {
  readonly userId: string;
  readonly roles: readonly HeldRole[];
}

interface Parts {
  readonly store: Pick<Store, 'problems' | 'organisations' | 'commitments'>;
  judge(reach: Reach): Promise<(place: Place, isOwn: boolean) => boolean>;
  shapesOf: AreaShapes;
}

/** Whoever promised nothing yet, or refused to, is nobody's business outside. */
const NOT_PROMISED: readonly Commitment['state'][] = ['proposed', 'declined'];

interface Looked {
  readonly isOwner: boolean;
  /** Not of an internal case: that one is not there for whoever may not read it, nor what was promised in it. */
  readonly isOpened: boolean;
}

/** Roles that see less than every commitment in their areas, and what they see. */
const LIMITED: readonly [Role, (commitment: Commitment, looked: Looked) => boolean][] = [
  ['committee_member', ({ visibility }, { isOpened }) => isOpened && visibility !== 'internal'],
  ['agency_owner', (_, { isOwner }) => isOwner],
  [
    'resident_contributor',
    ({ visibility, state }, { isOpened }) =>
      isOpened && visibility === 'public' && !NOT_PROMISED.includes(state),
  ],
];

interface Ground {
  readonly place: Place;
  readonly isOpened: boolean;
}

/** Which commitments somebody sees, and what they are to each: an agency owner its own, a resident what is public. */
export function commitmentSight({ store, judge, shapesOf }: Parts) {
  async function groundsOf(
    commitments: readonly Pick<Commitment, 'problemId' | 'geometry'>[],
  ): Promise<Ground[]> {
    const ids = [...new Set(commitments.flatMap(({ problemId }) => problemId ?? []))];
    const cases = await Promise.all(ids.map((id) => store.problems.get(id, 'deleted')));
    const places = await Promise.all(cases.map((found) => (found ? placeOfCase(found, shapesOf) : null)));
    const byCase = new Map(ids.map((id, i) => [id, { place: places[i], found: cases[i] }]));
    return commitments.map((one) => {
      const ofCase = byCase.get(one.problemId ?? '');
      return {
        place: placeOfCommitment(one, ofCase?.place ?? null),
        isOpened: ofCase?.found?.confidentiality !== 'internal',
      };
    });
  }

  /** Says of a commitment whether this person sees it, and what they are to it. */
  async function looker({ userId, roles }: Asker) {
    const organisation = await store.organisations.of(userId);
    const reachOfRoles = (held: readonly HeldRole[]) => judge(reachOf(held, 'commitment.read'));
    const names = LIMITED.map(([role]) => role);
    const isFree = await reachOfRoles(roles.filter(({ role }) => !names.includes(role)));
    const limited = await Promise.all(
      LIMITED.map(async ([name, shows]) => ({
        shows,
        isIn: await reachOfRoles(roles.filter(({ role }) => role === name)),
      })),
    );
    const isSecretaryIn = await reachOfRoles(roles.filter(({ role }) => role === 'secretary'));
    const mayProposeIn = await judge(reachOf(roles, 'commitment.propose'));
    return (commitment: Commitment, { place, isOpened }: Ground) => {
      const isOwner = organisation !== null && organisation === commitment.organisation.id;
      const isOwn = commitment.createdBy === userId;
      const looked = { isOwner, isOpened };
      const sees =
        isFree(place, isOwn) ||
        limited.some(({ shows, isIn }) => shows(commitment, looked) && isIn(place, isOwn || isOwner));
      const [committee] = limited;
      const standing: SeenStanding = {
        isOwner,
        isSecretary: isSecretaryIn(place, isOwn),
        isCommittee: committee.shows(commitment, looked) && committee.isIn(place, isOwn),
        mayPropose: mayProposeIn(place, isOwn),
      };
      return { sees, standing };
    };
  }

  async function seen(person: Asker, id: string) {
    const commitment = await store.commitments.get(id);
    if (!commitment) return null;
    const [ground] = await groundsOf([commitment]);
    const { sees, standing } = (await looker(person))(commitment, ground);
    return sees ? { commitment, standing } : null;
  }

  async function list(person: Asker, filter?: { problemId?: string }) {
    const all = await store.commitments.list(filter);
    const [grounds, look] = [await groundsOf(all), await looker(person)];
    return all.flatMap((commitment, i) => {
      const { sees, standing } = look(commitment, grounds[i]);
      return sees ? [{ commitment, standing }] : [];
    });
  }

  return {
    list,
    /** Ids of those this person sees. */
    async idsFor(person: Asker): Promise<Ids> {
      const names = LIMITED.map(([role]) => role);
      const free = person.roles.filter(({ role }) => !names.includes(role));
      if (reachOf(free, 'commitment.read') === 'everywhere') return 'all';
      return (await list(person)).map(({ commitment }) => commitment.id);
    },
    async get(person: Asker, id: string) {
      const found = await seen(person, id);
      if (found) return found;
      throw new NotFound('commitment');
    },
    async hears(person: Asker, id: string): Promise<boolean> {
      return (await seen(person, id)) !== null;
    },
    /** Where a write would leave it has to be in reach of whoever may propose, or move it on. */
    async requirePlace(
      person: Asker,
      after: Pick<NewCommitment, 'problemId' | 'geometry'>,
      action: Extract<Action, 'commitment.propose' | 'commitment.move'> = 'commitment.propose',
    ): Promise<void> {
      const [{ place }] = await groundsOf([after]);
      const isIn = await judge(reachOf(person.roles, action));
      if (isIn(place, true)) return;
      const detail =
        'This lies outside the area of your role. Draw it inside, or ask somebody whose role holds everywhere.';
      throw new Unusable('outside_your_area', detail, [{ pointer: '/geometry', detail }]);
    },
  };
}

/** The step is somebody else's. */
export function notYourStep(detail: string): AppError {
  return new AppError(403, 'not_your_step', detail);
}
