import { describe, expect, it } from 'vitest';
import { shownTo } from '../../server/audit-shown.ts';
import type { HeldRole } from '../../server/domain/held-roles.ts';

const entry = (objectKind: string, action = 'update') => ({
  id: 1,
  at: '2026-01-01T00:00:00.000Z',
  actor: 'u-1',
  actorName: 'Ada',
  action,
  objectKind,
  objectId: '7',
  reason: 'Because',
  change: { title: ['Old', 'New'] as [unknown, unknown] },
});
const admin: HeldRole[] = [{ role: 'admin', area: null }];
const guardian: HeldRole[] = [{ role: 'data_guardian', area: null }];

describe('an entry of the history', () => {
  it('loses what it said, and keeps who did what when', () => {
    const { change, reason, hidden, ...rest } = shownTo(admin, entry('problem'));
    expect([change, reason, hidden]).toEqual([{}, '', true]);
    const { change: _, reason: __, ...whole } = entry('problem');
    expect(rest).toEqual(whole);
  });

  it.each(['problem', 'annotation', 'run', 'import'])(
    'about %s is whole for whoever may read such',
    (kind) => {
      expect(shownTo(guardian, entry(kind))).toEqual({ ...entry(kind), hidden: false });
    },
  );

  it.each(['membership', 'invitation', 'user', 'area', 'workspace'])('about %s hides nothing', (kind) => {
    expect(shownTo(admin, entry(kind)).hidden).toBe(false);
  });

  it('says who looked at what to everybody who may read the history', () => {
    expect(shownTo(admin, entry('run', 'read')).hidden).toBe(false);
  });
});
