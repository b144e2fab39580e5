import { dayIn } from '../domain/time-zone.ts';
import { Conflict } from '../errors.ts';
import type { Act } from './ports.ts';
import type { Reading } from './tables.ts';

interface AreaOfRole {
  id: number;
  dataset_id: number | null;
  import_id: string | null;
}

/**
 * Refuses to touch areas that say what somebody may see: whoever redrew one would widen a role that nobody had given so,
 * and whoever hid one would end it. Roles that are over and invitations that ran out count no more.
 */
export async function refuseWhileRolesHold(
  db: Reading,
  isMeant: (area: AreaOfRole) => boolean,
  act: Act,
): Promise<void> {
  const roles = (await areasOfRoles(db, act)).filter(isMeant).length;
  const invitations = (await areasOfInvitations(db, act)).filter(isMeant).length;
  if (roles + invitations === 0) return;
  throw new Conflict(
    'area_has_roles',
    `${sumOf(roles, invitations)} here, and the outline of an area says what these people may see. End them first, under Settings, People and roles; or draw another area.`,
  );
}

/** In words, since the number says what is to be done: "2 roles and 1 invitation hold". */
function sumOf(roles: number, invitations: number): string {
  const parts = [
    ...(roles > 0 ? [`${roles} ${roles === 1 ? 'role' : 'roles'}`] : []),
    ...(invitations > 0 ? [`${invitations} open ${invitations === 1 ? 'invitation' : 'invitations'}`] : []),
  ];
  return `${parts.join(' and ')} ${roles + invitations === 1 ? 'holds' : 'hold'}`;
}

/** One row a role that holds or will hold. One that ends before it begins was taken back and never will. */
async function areasOfRoles(db: Reading, { at }: Act): Promise<AreaOfRole[]> {
  const zone = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'workspace.timezone')
    .executeTakeFirst();
  const today = dayIn(zone?.value ?? 'UTC', new Date(at));
  return db
    .selectFrom('membership')
    .innerJoin('area', 'area.id', 'membership.area_id')
    .select(['area.id', 'area.dataset_id', 'area.import_id'])
    .where((each) =>
      each.or([
        each('term_to', 'is', null),
        each.and([each('term_to', '>=', today), each('term_to', '>=', each.ref('term_from'))]),
      ]),
    )
    .execute();
}

function areasOfInvitations(db: Reading, { at }: Act): Promise<AreaOfRole[]> {
  return db
    .selectFrom('sign_in_link')
    .innerJoin('area', 'area.id', 'sign_in_link.area_id')
    .select(['area.id', 'area.dataset_id', 'area.import_id'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .execute();
}
