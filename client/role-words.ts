import { defineMessages, type MessageDescriptor, useIntl } from 'react-intl';
import type { Role } from './api/people.ts';

/** What each role is called, in the order they are offered. */
export const ROLE_WORDS: Readonly<Record<Role, MessageDescriptor>> = defineMessages({
  admin: { id: 'role.admin', defaultMessage: 'Administrator' },
  analyst: { id: 'role.analyst', defaultMessage: 'Safety analyst' },
  police_member: { id: 'role.police', defaultMessage: 'Police member' },
  secretary: { id: 'role.secretary', defaultMessage: 'Committee secretary' },
  committee_member: { id: 'role.committee', defaultMessage: 'Committee member' },
  agency_owner: { id: 'role.agency', defaultMessage: 'Agency' },
  data_guardian: { id: 'role.guardian', defaultMessage: 'Data guardian' },
  publisher: { id: 'role.publisher', defaultMessage: 'Publisher' },
  oversight_readonly: { id: 'role.oversight', defaultMessage: 'Oversight' },
  resident_contributor: { id: 'role.resident', defaultMessage: 'Resident' },
});

/** What somebody with the role can do today. */
export const ROLE_HINTS: Readonly<Record<Role, MessageDescriptor>> = defineMessages({
  admin: {
    id: 'role.admin.hint',
    defaultMessage: 'Invites people and ends their roles; sees no incidents by this role alone.',
  },
  analyst: {
    id: 'role.analyst.hint',
    defaultMessage: 'Loads data, sees every incident exactly, asks questions, works on cases.',
  },
  police_member: {
    id: 'role.police.hint',
    defaultMessage: 'Sees every incident exactly, asks questions, works on cases.',
  },
  secretary: {
    id: 'role.secretary.hint',
    defaultMessage: 'Works on cases; sees incidents as squares and months.',
  },
  committee_member: {
    id: 'role.committee.hint',
    defaultMessage: 'Reads cases and adds notes; sees incidents as squares and months.',
  },
  agency_owner: {
    id: 'role.agency.hint',
    defaultMessage:
      'Sees and moves on what the own organisation promised, and the map with areas and assets; no cases, no incidents.',
  },
  data_guardian: {
    id: 'role.guardian.hint',
    defaultMessage:
      'Sees incidents and the history, decides which categories are protected, approves figures for everybody.',
  },
  publisher: {
    id: 'role.publisher.hint',
    defaultMessage: 'Reads cases, releases approved figures to everybody; sees no incidents.',
  },
  oversight_readonly: {
    id: 'role.oversight.hint',
    defaultMessage: 'Reads cases, the people and the whole history; changes nothing.',
  },
  resident_contributor: {
    id: 'role.resident.hint',
    defaultMessage:
      'Sees public commitments and says whether they were kept, and the map with areas and assets; no cases, no incidents.',
  },
});

/** Roles that keep the whole workspace in order: they cannot be held for an area. */
export const EVERYWHERE_ROLES: readonly Role[] = [
  'admin',
  'data_guardian',
  'publisher',
  'oversight_readonly',
];

export function isEverywhereOnly(role: Role): boolean {
  return EVERYWHERE_ROLES.includes(role);
}

/** A role in words, with the area it holds for. */
export function useRoleText(): (role: Role, area: string | undefined) => string {
  const intl = useIntl();
  return (role, area) =>
    area === undefined
      ? intl.formatMessage(ROLE_WORDS[role])
      : intl.formatMessage(
          { id: 'role.inArea', defaultMessage: '{role} in {area}' },
          { role: intl.formatMessage(ROLE_WORDS[role]), area },
        );
}

// The keys of the record are the roles; Object.keys forgets it.
export const ROLES = Object.keys(ROLE_WORDS) as Role[];
