/**
 * Who may do what: one table, role by action. What is not in it is denied.
 * A person may hold several roles; what any of them allows is allowed. Whoever is not signed in holds none.
 */

/** Roles of a workspace. An agency, a publisher and a resident have little to do until their part of the work exists. */
export const ROLES = [
  'admin',
  'analyst',
  'police_member',
  'secretary',
  'committee_member',
  'agency_owner',
  'data_guardian',
  'publisher',
  'oversight_readonly',
  'resident_contributor',
] as const;
export type Role = (typeof ROLES)[number];

const EVERYBODY: readonly Role[] = ROLES;
/** They work with what the police recorded, every incident at its exact position. */
const EXACT: readonly Role[] = ['analyst', 'police_member', 'data_guardian'];
/** They know the cases: what is done about a problem, without the incidents behind it. */
const CASE_READERS: readonly Role[] = [
  ...EXACT,
  'secretary',
  'committee_member',
  'publisher',
  'oversight_readonly',
];
const CASE_WORKERS: readonly Role[] = ['analyst', 'police_member', 'secretary'];
const OVERSEERS: readonly Role[] = ['admin', 'data_guardian', 'oversight_readonly'];

export const PERMISSIONS = {
  'workspace.read': EVERYBODY,
  'workspace.change': ['admin'],
  'people.read': ['admin', 'oversight_readonly'],
  'people.change': ['admin'],
  'audit.read': OVERSEERS,

  'base-map.read': EVERYBODY,
  'area.read': EVERYBODY,
  'area.change': ['analyst'],
  'asset.read': EVERYBODY,
  'asset.change': ['analyst'],
  'category.read': EVERYBODY,
  'category.change': ['analyst', 'data_guardian'],

  'dataset.read': [...EXACT, 'oversight_readonly'],
  'dataset.change': ['analyst'],
  'import.read': ['analyst', 'data_guardian', 'oversight_readonly'],
  'import.change': ['analyst'],

  'incident.read': EXACT,
  'run.read': EXACT,
  'run.start': EXACT,
  'exhibit.read': EXACT,
  'exhibit.change': ['analyst', 'police_member'],

  'problem.read': CASE_READERS,
  'problem.change': CASE_WORKERS,
  'problem.link-incidents': ['analyst', 'police_member'],
  'annotation.read': CASE_READERS,
  'annotation.change': [...CASE_WORKERS, 'committee_member'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

// The keys of the table are the actions; Object.keys forgets it.
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

export function mayDo(roles: Iterable<Role>, action: Action): boolean {
  const allowed: readonly Role[] = PERMISSIONS[action];
  for (const role of roles) if (allowed.includes(role)) return true;
  return false;
}

/** All that these roles allow together, in the order of the table. */
export function actionsOf(roles: readonly Role[]): Action[] {
  return ACTIONS.filter((action) => mayDo(roles, action));
}

/** A role that somebody holds from one day to another (both included; null: without end), as dates of the workspace. */
export interface Membership {
  readonly id: number;
  readonly userId: string;
  readonly role: Role;
  readonly from: string;
  readonly to: string | null;
}

/** The roles that hold on a day (ISO date). */
export function rolesOn(
  day: string,
  memberships: readonly Pick<Membership, 'role' | 'from' | 'to'>[],
): Role[] {
  const held = memberships.filter(({ from, to }) => from <= day && (to === null || day <= to));
  return ROLES.filter((role) => held.some((membership) => membership.role === role));
}
