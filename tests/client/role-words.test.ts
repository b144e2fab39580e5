import { expect, it } from 'vitest';
import { EVERYWHERE_ROLES, ROLES } from '../../client/role-words.ts';
import { ROLES_EVERYWHERE, ROLES as SERVER_ROLES } from '../../server/domain/permissions.ts';

it('names every role, and those that are for the whole workspace as the server does', () => {
  expect([...ROLES].sort()).toEqual([...SERVER_ROLES].sort());
  expect([...EVERYWHERE_ROLES].sort()).toEqual([...ROLES_EVERYWHERE].sort());
});
