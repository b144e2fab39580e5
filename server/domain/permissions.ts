/**
 * Who may do what: one table, role by action, and one of what the actions are about. What is not in them is denied.
 * A person may hold several roles, each everywhere or in one area (held-roles.ts); what any of them allows is allowed.
 * Whoever is not signed in holds none.
 */

/** Roles of a workspace. */
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
/** They answer for what must not be kept or shown. */
const GUARDIANS: readonly Role[] = ['admin', 'data_guardian'];

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

  /** Places that could become targets: whoever refers people there asks a guardian. An analyst lists one and does not see the list. */
  'protected-asset.read': GUARDIANS,
  'protected-asset.add': ['analyst', ...GUARDIANS],
  'protected-asset.change': GUARDIANS,
  /** Which kinds are never mapped, which agreements hold. */
  'protection.change': GUARDIANS,
  /** How long what is kept. */
  'retention.read': ['admin', 'analyst', 'data_guardian', 'oversight_readonly'],
  'retention.change': ['data_guardian'],
  'aggregate.read': ['analyst', 'agency_owner', 'data_guardian', 'oversight_readonly'],
  'aggregate.enter': ['analyst', 'agency_owner'],
  /** Whoever was asked for something that is refused can put it on record. */
  'red-line.add': EVERYBODY,
  'red-line.read': OVERSEERS,

  'dataset.read': [...EXACT, 'secretary', 'committee_member', 'oversight_readonly'],
  'dataset.change': ['analyst'],
  'import.read': ['analyst', 'data_guardian', 'oversight_readonly'],
  'import.change': ['analyst'],

  // Counts, and columns for the map, each as exactly as the grants of the role show (grants.ts).
  'incident.overview': [...EXACT, 'secretary', 'committee_member'],
  'incident.read': EXACT,
  'run.read': EXACT,
  'run.start': EXACT,
  'exhibit.read': EXACT,
  'exhibit.change': ['analyst', 'police_member'],

  // What the public will see. Two persons let it out: a guardian approves, a publisher who is somebody else releases.
  'publication.read': [...CASE_READERS, 'admin'],
  'publication.prepare': ['analyst', 'data_guardian'],
  'publication.approve': ['data_guardian'],
  'publication.release': ['publisher'],
  'publication.strike': ['data_guardian', 'publisher'],

  'problem.read': CASE_READERS,
  'problem.change': CASE_WORKERS,
  'problem.link-incidents': ['analyst', 'police_member'],
  // By which test a response will be judged: an analyst proposes it, somebody else who works on cases confirms it.
  'evaluation.plan': ['analyst'],
  'evaluation.confirm': CASE_WORKERS,
  'response-card.read': [...CASE_READERS, 'agency_owner'],
  'response-card.change': CASE_WORKERS,
  'organisation.read': [...CASE_READERS, 'agency_owner', 'admin'],
  'organisation.change': ['admin', 'secretary'],
  // An agency sees what it promised, a resident what is public: commitment-reach.ts. Who takes which step: commitment.ts.
  'commitment.read': [...CASE_READERS, 'agency_owner', 'resident_contributor'],
  'commitment.propose': [...CASE_WORKERS, 'committee_member'],
  'commitment.move': [...CASE_WORKERS, 'committee_member', 'agency_owner'],
  'commitment.report': ['committee_member', 'resident_contributor'],
  /** To show the committee the incidents of one case for a time: by whoever sees them. */
  'problem.open': ['analyst', 'police_member'],
  'opened-incident.read': ['secretary', 'committee_member'],
  'annotation.read': CASE_READERS,
  'annotation.change': [...CASE_WORKERS, 'committee_member'],

  // The committee that meets, and its meetings: prepared by a secretary or an analyst, run by any of its members.
  'committee.read': [...CASE_READERS, 'agency_owner', 'admin'],
  'committee.change': ['admin', 'secretary'],
  'meeting.read': CASE_READERS,
  'meeting.change': ['secretary', 'analyst'],
  'meeting.run': ['secretary', 'analyst', 'committee_member'],
  /** With an account; telephones need none. */
  'meeting.vote': ['committee_member'],

  // What residents raise. How to reach them is for whoever answers and for whoever answers for it.
  'concern.read': [...EXACT, 'secretary', 'committee_member', 'oversight_readonly'],
  'concern.add': [...CASE_WORKERS, 'committee_member', 'resident_contributor'],
  'concern.triage': CASE_WORKERS,
  'concern.contact': ['secretary', 'data_guardian'],
  /** All that is kept of what a person raised: given out to them, or erased. */
  'concern.reporter': ['data_guardian'],
  /** How many concerns were passed on without anything being kept. */
  'protected-referral.read': ['secretary', 'data_guardian', 'oversight_readonly'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

// The keys of the table are the actions; Object.keys forgets it.
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** Roles that make no sense for a part of the workspace: they keep all of it in order. */
export const ROLES_EVERYWHERE: readonly Role[] = [
  'admin',
  'data_guardian',
  'publisher',
  'oversight_readonly',
];

/**
 * What a role that holds for one area makes of an action. `fact`: the same as everywhere, for it is about what is public
 * in the whole workspace. `placed`: it is about things that lie somewhere, and allowed with those in the area. `whole`: it
 * touches everybody's ground and is not allowed; whoever could draw an area anew could widen the role itself.
 */
export const SUBJECTS: Readonly<Record<Action, 'fact' | 'placed' | 'whole'>> = {
  'workspace.read': 'fact',
  'workspace.change': 'whole',
  'people.read': 'whole',
  'people.change': 'whole',
  'audit.read': 'whole',

  'base-map.read': 'fact',
  'area.read': 'fact',
  'area.change': 'whole',
  'asset.read': 'fact',
  'asset.change': 'whole',
  'category.read': 'fact',
  'category.change': 'whole',

  'protected-asset.read': 'whole',
  'protected-asset.add': 'whole',
  'protected-asset.change': 'whole',
  'protection.change': 'whole',
  'retention.read': 'whole',
  'retention.change': 'whole',
  'aggregate.read': 'placed',
  'aggregate.enter': 'placed',
  'red-line.add': 'fact',
  'red-line.read': 'whole',

  // Which data there are, from when to when; what is in them is `incident.overview`.
  'dataset.read': 'fact',
  'dataset.change': 'whole',
  'import.read': 'whole',
  'import.change': 'whole',

  'incident.overview': 'placed',
  'incident.read': 'placed',
  // An answer is made from the incidents in the area, and one made from more is not there (run-reach.ts).
  'run.read': 'placed',
  'run.start': 'placed',
  'exhibit.read': 'placed',
  'exhibit.change': 'placed',
  'publication.read': 'fact',
  'publication.prepare': 'whole',
  'publication.approve': 'whole',
  'publication.release': 'whole',
  'publication.strike': 'whole',

  'problem.read': 'placed',
  'problem.change': 'placed',
  'problem.link-incidents': 'placed',
  'evaluation.plan': 'placed',
  'evaluation.confirm': 'placed',
  'response-card.read': 'fact',
  'response-card.change': 'fact',
  'organisation.read': 'fact',
  'organisation.change': 'fact',
  'commitment.read': 'placed',
  'commitment.propose': 'placed',
  'commitment.move': 'placed',
  'commitment.report': 'placed',
  'problem.open': 'placed',
  'opened-incident.read': 'placed',
  'annotation.read': 'placed',
  'annotation.change': 'placed',

  'committee.read': 'placed',
  'committee.change': 'placed',
  'meeting.read': 'placed',
  'meeting.change': 'placed',
  'meeting.run': 'placed',
  'meeting.vote': 'placed',

  'concern.read': 'placed',
  'concern.add': 'placed',
  'concern.triage': 'placed',
  'concern.contact': 'placed',
  'concern.reporter': 'placed',
  'protected-referral.read': 'whole',
};

export function mayDo(roles: Iterable<Role>, action: Action): boolean {
  const allowed: readonly Role[] = PERMISSIONS[action];
  for (const role of roles) if (allowed.includes(role)) return true;
  return false;
}
