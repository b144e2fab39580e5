import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, TEST_NAME, TEST_PASSPHRASE, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let owner: string;

beforeEach(async () => {
  test = await createTestApp();
  owner = await test.signIn();
});
afterEach(() => test.close());

const post = (path: string, json: unknown, cookie = owner) => test.call('POST', path, { json, cookie });
const get = (path: string, cookie = owner) => test.call('GET', path, { cookie });

async function invite(
  wish: object,
): Promise<{ token: string; invitation: { id: string; expiresAt: string } }> {
  const reply = await post('/api/people/invitations', wish);
  expect(reply.status).toBe(201);
  return reply.json();
}

async function join(token: string, name: string): Promise<Response> {
  return test.call('POST', '/api/session/account', { json: { token, name, passphrase: TEST_PASSPHRASE } });
}

const cookieOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

async function person(name: string) {
  const { items } = await (await get('/api/people')).json();
  return items.find((each: { name: string }) => each.name === name);
}

describe('the first account', () => {
  it('administers the workspace and works in it', async () => {
    const { roles, may } = await (await get('/api/session')).json();
    expect(roles).toEqual([
      { role: 'admin', area: null },
      { role: 'analyst', area: null },
    ]);
    expect(may).toEqual(expect.arrayContaining(['people.change', 'incident.read', 'import.change']));
  });
});

describe('an invitation', () => {
  it('makes an account with these roles and no others', async () => {
    const { token } = await invite({ roles: ['secretary', 'secretary', 'committee_member'] });
    const session = await get('/api/session', cookieOf(await join(token, 'Mariam Haddad')));
    const { roles, may } = await session.json();
    expect(roles.map(({ role }: { role: string }) => role)).toEqual(['secretary', 'committee_member']);
    expect(may).not.toContain('incident.read');
    expect((await person('Mariam Haddad')).memberships).toMatchObject([
      { role: 'secretary', from: '2025-03-01', to: null },
      { role: 'committee_member', from: '2025-03-01', to: null },
    ]);
  });

  it('makes one account of two that use it at once', async () => {
    const { token } = await invite({ roles: ['analyst'] });
    const replies = await Promise.all([join(token, 'Quick One'), join(token, 'Quick Two')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('works once', async () => {
    const { token } = await invite({ roles: ['analyst'] });
    await join(token, 'First');
    const second = await join(token, 'Second');
    expect([second.status, (await second.json()).code]).toEqual([422, 'link_used']);
  });

  it('is listed while it is open, without its token', async () => {
    const { token, invitation } = await invite({ roles: ['analyst'], days: 3 });
    expect(invitation.expiresAt).toBe('2025-03-04T12:00:00.000Z');
    const listed = await (await get('/api/people/invitations')).text();
    expect(JSON.parse(listed).items).toMatchObject([{ id: invitation.id, roles: ['analyst'] }]);
    expect(listed).not.toContain(token);
    await join(token, 'Somebody');
    expect((await (await get('/api/people/invitations')).json()).items).toEqual([]);
  });

  it('runs out', async () => {
    const { token } = await invite({ roles: ['analyst'], days: 1 });
    test.clock.advance(24 * 3_600_000);
    expect((await (await join(token, 'Late')).json()).code).toBe('link_expired');
  });

  it('opens nothing once it is withdrawn', async () => {
    const { token, invitation } = await invite({ roles: ['analyst'] });
    const path = `/api/people/invitations/${invitation.id}`;
    expect((await test.call('DELETE', path, { cookie: owner })).status).toBe(204);
    expect((await test.call('DELETE', path, { cookie: owner })).status).toBe(404);
    expect((await (await join(token, 'Unwanted')).json()).code).toBe('link_used');
  });

  it('cannot be for roles that are over before they begin', async () => {
    const past = await post('/api/people/invitations', { roles: ['analyst'], termTo: '2025-02-28' });
    expect([past.status, (await past.json()).errors[0].pointer]).toEqual([422, '/termTo']);
    const { token } = await invite({ roles: ['analyst'], termTo: '2025-03-01', days: 5 });
    test.clock.advance(24 * 3_600_000);
    expect((await (await join(token, 'Late')).json()).code).toBe('invitation_over');
  });

  it.each([[{ roles: [] }], [{ roles: ['king'] }], [{ roles: ['analyst'], days: 31 }], [{}]])(
    'must say what it is for: %j',
    async (wish) => expect((await post('/api/people/invitations', wish)).status).toBe(400),
  );
});

describe('a role', () => {
  it('that ends, ends with the next request', async () => {
    const { token } = await invite({ roles: ['analyst'] });
    const cookie = cookieOf(await join(token, 'Joris Peeters'));
    expect((await get('/api/datasets', cookie)).status).toBe(200);
    const [{ id }] = (await person('Joris Peeters')).memberships;
    expect((await post(`/api/people/memberships/${id}/end`, {})).status).toBe(200);
    expect((await get('/api/datasets', cookie)).status).toBe(403);
    expect((await (await get('/api/session', cookie)).json()).may).toEqual([]);
  });

  it('holds from its first day to its last, on the calendar of the workspace', async () => {
    await test.store.settings.set('workspace.timezone', 'Asia/Tokyo');
    const { token } = await invite({ roles: ['resident_contributor'] });
    const cookie = cookieOf(await join(token, 'Aiko'));
    const { id } = await person('Aiko');
    const term = { role: 'analyst', from: '2025-03-02', to: '2025-03-03' };
    expect((await post(`/api/people/${id}/memberships`, term)).status).toBe(201);
    const allowedAt = async (instant: string) => {
      test.clock.set(instant);
      return (await get('/api/datasets', cookie)).status === 200;
    };
    // Midnight in Tokyo is 15:00 UTC.
    expect(await allowedAt('2025-03-01T14:59:00Z')).toBe(false);
    expect(await allowedAt('2025-03-01T15:00:00Z')).toBe(true);
    expect(await allowedAt('2025-03-03T14:59:00Z')).toBe(true);
    expect(await allowedAt('2025-03-03T15:00:00Z')).toBe(false);
  });

  it('of the last administrator stays', async () => {
    const [admin] = (await (await get('/api/people')).json()).items[0].memberships;
    const refused = await post(`/api/people/memberships/${admin.id}/end`, {});
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'last_admin']);
    const { token } = await invite({ roles: ['admin'] });
    await join(token, 'Second administrator');
    expect((await post(`/api/people/memberships/${admin.id}/end`, {})).status).toBe(200);
  });

  it('of the last two administrators stays with one of them when both are ended at once', async () => {
    const { token } = await invite({ roles: ['admin'] });
    const second = cookieOf(await join(token, 'Second administrator'));
    const ids = (await (await get('/api/people')).json()).items
      .flatMap((each: { memberships: { id: number; role: string }[] }) => each.memberships)
      .filter(({ role }: { role: string }) => role === 'admin')
      .map(({ id }: { id: number }) => id);
    const replies = await Promise.all(
      ids.map((id: number, i: number) =>
        post(`/api/people/memberships/${id}/end`, {}, i === 0 ? owner : second),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of two administrators cannot end one after the other', async () => {
    const { token } = await invite({ roles: ['admin'] });
    await join(token, 'Second administrator');
    const [{ id: first }] = (await person(TEST_NAME)).memberships;
    const [{ id: second }] = (await person('Second administrator')).memberships;
    const end = async (id: number, to: string) =>
      (await post(`/api/people/memberships/${id}/end`, { to })).status;
    expect(await end(second, '2025-03-31')).toBe(200);
    // On the day after, the second is still there; on the first of April nobody would be.
    expect(await end(first, '2025-03-30')).toBe(409);
    expect(await end(second, '2025-04-30')).toBe(200);
    expect(await end(second, '2025-03-05')).toBe(200);
  });

  it('is in the history of whoever joins, with the invitation it came by', async () => {
    const { token, invitation } = await invite({ roles: ['publisher'], termTo: '2025-12-31' });
    await join(token, 'Lena Fischer');
    const { id } = await person('Lena Fischer');
    const { items } = await (await get(`/api/audit?objectKind=user&actor=${id}`)).json();
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['create']);
    expect(items[0].change).toEqual({
      roles: [null, ['publisher']],
      from: [null, '2025-03-01'],
      to: [null, '2025-12-31'],
      invitation: [null, invitation.id],
    });
  });

  it('is for people there are', async () => {
    const given = await post('/api/people/nobody/memberships', { role: 'analyst' });
    expect(given.status).toBe(404);
    expect((await post('/api/people/memberships/999/end', {})).status).toBe(404);
  });

  it('is in the history, given and ended', async () => {
    const { token } = await invite({ roles: ['publisher'] });
    await join(token, 'Lena Fischer');
    const { id, memberships } = await person('Lena Fischer');
    await post(`/api/people/${id}/memberships`, { role: 'analyst' });
    await post(`/api/people/memberships/${memberships[0].id}/end`, {});
    const { items } = await (await get('/api/audit?objectKind=membership')).json();
    expect(items.map(({ action }: { action: string }) => action)).toEqual(['update', 'create']);
  });
});

const district = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ],
  ],
};

async function addArea(name: string): Promise<{ id: number; version: number }> {
  const reply = await post('/api/areas', { name, geometry: district });
  expect(reply.status).toBe(201);
  return reply.json();
}

describe('a role for an area', () => {
  it('comes with the invitation and says where it holds', async () => {
    const { id } = await addArea('Riverside');
    const { token, invitation } = await invite({ roles: ['analyst', 'secretary'], areaId: id });
    expect(invitation).toMatchObject({ area: { id, name: 'Riverside' } });
    const cookie = cookieOf(await join(token, 'Noor Haddad'));
    const { roles, may } = await (await get('/api/session', cookie)).json();
    const area = { id, name: 'Riverside' };
    expect(roles).toEqual([
      { role: 'analyst', area },
      { role: 'secretary', area },
    ]);
    expect(may).toEqual(expect.arrayContaining(['problem.change', 'area.read']));
    for (const whole of ['import.change', 'area.change', 'category.change']) expect(may).not.toContain(whole);
    const { memberships } = await person('Noor Haddad');
    expect(memberships[0].area).toEqual({ ...area, hidden: false });
  });

  it('is given and ended like any other, and is in the history with its area', async () => {
    const { id: areaId } = await addArea('Riverside');
    const cookie = await test.signInAs([], 'Noor Haddad');
    const { id } = await person('Noor Haddad');
    const given = await (await post(`/api/people/${id}/memberships`, { role: 'analyst', areaId })).json();
    expect((await get('/api/problems', cookie)).status).toBe(200);
    const { items } = await (await get('/api/audit?objectKind=membership')).json();
    expect(items[0].change).toMatchObject({ role: [null, 'analyst'], areaId: [null, areaId] });
    await post(`/api/people/memberships/${given.id}/end`, {});
    expect((await get('/api/problems', cookie)).status).toBe(403);
  });

  it.each(['admin', 'data_guardian', 'publisher', 'oversight_readonly'])('is not %s', async (role) => {
    const { id: areaId } = await addArea('Riverside');
    const refused = await post('/api/people/invitations', { roles: ['analyst', role], areaId });
    const { code, errors } = await refused.json();
    expect([refused.status, code, errors[0].pointer]).toEqual([422, 'role_everywhere', '/areaId']);
    const { id } = await person(TEST_NAME);
    const again = await post(`/api/people/${id}/memberships`, { role, areaId });
    expect([again.status, (await again.json()).code]).toEqual([422, 'role_everywhere']);
  });

  it('needs an area that is there', async () => {
    expect((await post('/api/people/invitations', { roles: ['analyst'], areaId: 99 })).status).toBe(404);
    const { id } = await person(TEST_NAME);
    const reply = await post(`/api/people/${id}/memberships`, { role: 'analyst', areaId: 99 });
    expect(reply.status).toBe(404);
  });

  it('lets nobody but those who answer for the whole workspace load, draw or decide', async () => {
    const { id } = await addArea('Riverside');
    const cookie = await test.signInFor(id, ['analyst']);
    const refused = await test.call('POST', '/api/areas', {
      cookie,
      json: { name: 'More', geometry: district },
    });
    expect(refused.status).toBe(403);
    expect((await get('/api/imports', cookie)).status).toBe(403);
    expect((await get('/api/areas', cookie)).status).toBe(200);
  });
});

describe('an area that roles hold for', () => {
  const remove = (id: number) => test.call('DELETE', `/api/areas/${id}`, { cookie: owner });
  const redraw = ({ id, version }: { id: number; version: number }) =>
    test.call('PATCH', `/api/areas/${id}`, {
      cookie: owner,
      headers: { 'If-Match': `"${version}"` },
      json: {
        geometry: {
          ...district,
          coordinates: [
            [
              [0, 0],
              [2, 0],
              [2, 2],
              [0, 2],
              [0, 0],
            ],
          ],
        },
      },
    });

  it('keeps its outline and stays, and says how many there are', async () => {
    const area = await addArea('Riverside');
    const { token } = await invite({ roles: ['analyst', 'police_member'], areaId: area.id });
    await join(token, 'Noor Haddad');
    await invite({ roles: ['secretary'], areaId: area.id });
    for (const reply of [await remove(area.id), await redraw(area)]) {
      const { code, detail } = await reply.json();
      expect([reply.status, code]).toEqual([409, 'area_has_roles']);
      expect(detail).toMatch(/^2 roles and 1 open invitation hold here/);
    }
    const renamed = await test.call('PATCH', `/api/areas/${area.id}`, {
      cookie: owner,
      headers: { 'If-Match': `"${area.version}"` },
      json: { name: 'Waterside', geometry: district },
    });
    expect(renamed.status).toBe(200);
  });

  it('is free once the roles are over and the invitations gone', async () => {
    const area = await addArea('Riverside');
    await test.signInFor(area.id, ['analyst']);
    const { invitation } = await invite({ roles: ['analyst'], areaId: area.id });
    const { items } = await (await get('/api/people')).json();
    const [{ id }] = items.find(
      (each: { memberships: { area: unknown }[] }) => each.memberships[0].area,
    ).memberships;
    expect((await post(`/api/people/memberships/${id}/end`, {})).status).toBe(200);
    expect((await (await redraw(area)).json()).detail).toMatch(/^1 open invitation holds here/);
    await test.call('DELETE', `/api/people/invitations/${invitation.id}`, { cookie: owner });
    expect((await redraw(area)).status).toBe(200);
    expect((await remove(area.id)).status).toBe(204);
  });

  it('stays with its data set', async () => {
    const dataset = await test.store.datasets.create(
      { name: 'Districts', kind: 'areas', timezone: 'UTC' },
      { actor: null, at: '2025-03-01T00:00:00Z' },
    );
    const { id } = await test.store.areas.create(
      {
        name: 'Riverside',
        kind: 'district',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
              [0, 0],
            ],
          ],
        },
        datasetId: dataset.id,
        parentId: null,
        sourceId: null,
        population: null,
        dwellings: null,
        timezone: null,
      },
      { actor: null, at: '2025-03-01T00:00:00Z' },
    );
    const cookie = await test.signInFor(id, ['analyst']);
    const refused = await test.call('DELETE', `/api/datasets/${dataset.id}`, { cookie: owner });
    expect([refused.status, (await refused.json()).code]).toEqual([409, 'area_has_roles']);
    expect((await get('/api/problems', cookie)).status).toBe(200);
  });

  it('gives nothing, and not everything, when it is hidden all the same', async () => {
    const { id } = await addArea('Riverside');
    const cookie = await test.signInFor(id, ['analyst']);
    const database = test.store.accounts.database.db;
    await database.updateTable('area').set({ deleted_at: '2025-03-01' }).where('id', '=', id).execute();
    expect((await (await get('/api/session', cookie)).json()).may).toEqual([]);
    expect((await get('/api/problems', cookie)).status).toBe(403);
    const cleared = database
      .updateTable('membership')
      .set({ area_id: null })
      .where('area_id', '=', id)
      .execute();
    await expect(cleared).rejects.toThrow(/keeps its area/);
  });
});
