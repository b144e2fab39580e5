import type { Standing } from './domain/commitment.ts';
import { type HeldRole, type Reach, reachOf } from './domain/held-roles.ts';
import type { Role } from './domain/permissions.ts';
import { type AreaShapes, type Place, placeOfCase, placeOfCommitment } from './domain/places.ts';
import { AppError, NotFound, Unusable } from './errors.ts';
import type { Commitment, NewCommitment, Store } from './store/ports.ts';

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

/** Roles that see less than every commitment in their areas, and what they see. */
const LIMITED: readonly [Role, (commitment: Commitment, isOwner: boolean) => boolean][] = [
  ['committee_member', ({ visibility }) => visibility !== 'internal'],
  ['agency_owner', (_, isOwner) => isOwner],
  [
    'resident_contributor',
    ({ visibility, state }) => visibility === 'public' && !NOT_PROMISED.includes(state),
  ],
];

/** Which commitments somebody sees, and what they are to each: an agency owner its own, a resident what is public. */
export function commitmentSight({ store, judge, shapesOf }: Parts) {
  async function placesOf(
    commitments: readonly Pick<Commitment, 'problemId' | 'geometry'>[],
  ): Promise<Place[]> {
    const ids = [...new Set(commitments.flatMap(({ problemId }) => problemId ?? []))];
    const cases = await Promise.all(ids.map((id) => store.problems.get(id, 'deleted')));
    const places = await Promise.all(cases.map((found) => (found ? placeOfCase(found, shapesOf) : null)));
    const byCase = new Map(ids.map((id, i) => [id, places[i]]));
    return commitments.map((one) => placeOfCommitment(one, byCase.get(one.problemId ?? '') ?? null));
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
    return (commitment: Commitment, place: Place) => {
      const isOwner = organisation !== null && organisation === commitment.organisation.id;
      const isOwn = commitment.createdBy === userId;
      const sees =
        isFree(place, isOwn) ||
        limited.some(({ shows, isIn }) => shows(commitment, isOwner) && isIn(place, isOwn || isOwner));
      const [committee] = limited;
      const standing: Standing = {
        isOwner,
        isSecretary: isSecretaryIn(place, isOwn),
        isCommittee: committee.shows(commitment, isOwner) && committee.isIn(place, isOwn),
      };
      return { sees, standing };
    };
  }

  async function seen(person: Asker, id: string) {
    const commitment = await store.commitments.get(id);
    if (!commitment) return null;
    const [place] = await placesOf([commitment]);
    const { sees, standing } = (await looker(person))(commitment, place);
    return sees ? { commitment, standing } : null;
  }

  return {
    async list(person: Asker, filter?: { problemId?: string }) {
      const all = await store.commitments.list(filter);
      const [places, look] = [await placesOf(all), await looker(person)];
      return all.flatMap((commitment, i) => {
        const { sees, standing } = look(commitment, places[i]);
        return sees ? [{ commitment, standing }] : [];
      });
    },
    async get(person: Asker, id: string) {
      const found = await seen(person, id);
      if (found) return found;
      throw new NotFound('commitment');
    },
    async hears(person: Asker, id: string): Promise<boolean> {
      return (await seen(person, id)) !== null;
    },
    /** Where a write would leave it has to be in reach of whoever may propose. */
    async requirePlace(person: Asker, after: Pick<NewCommitment, 'problemId' | 'geometry'>): Promise<void> {
      const [place] = await placesOf([after]);
      const isIn = await judge(reachOf(person.roles, 'commitment.propose'));
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
