import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PARTS } from '../../server/domain/case/parts.ts';
import type { OpenStore } from '../../server/store/open-store.ts';
import { act, addCategory, addDataset, addUser, load, square, viewer } from './backend-under-test.ts';
import type { OpenFresh } from './store-contract.ts';

const newProblem = (title: string, areaCode = 'riv') => ({
  title,
  statement: 'Robberies at the stops after dark.',
  geometry: square(0, 0, 1),
  rule: { categories: [1], from: '2024-01-01T00:00:00Z' },
  areaCode,
});

/** Problem cases, annotations and their history. */
export function caseWorkContract(open: OpenFresh): void {
  let store: OpenStore;
  beforeEach(async () => {
    store = await open();
    await addUser(store, 'u-1', 'Ada');
  });
  afterEach(() => store.close());

  describe('problem cases', () => {
    it('are opened in scanning, changed against the newest version, and keep their history', async () => {
      const made = await store.problems.create(newProblem('Stops'), act('asked for at the meeting'));
      expect(made).toMatchObject({ ref: 'RIV-2026-01', stage: 'scanning', version: 1, manual: [] });
      expect(made.rule).toEqual(newProblem('').rule);
      const changed = await store.problems.update(made.id, 1, { title: 'Bus stops', rule: null }, act());
      expect(changed).toMatchObject({ title: 'Bus stops', rule: null, version: 2, geometry: made.geometry });
      const moved = await store.problems.moveTo(made.id, 2, 'analysis', {
        ...act(),
        reason: 'CHEERS is met',
      });
      expect(moved).toMatchObject({ stage: 'analysis', version: 3 });
      await expect(
        store.problems.moveTo(made.id, 2, 'response', { ...act(), reason: 'late' }),
      ).rejects.toMatchObject({ status: 412, extra: { current: { stage: 'analysis', version: 3 } } });
      expect(await store.audit.of('problem', made.id)).toMatchObject([
        { action: 'create', actor: 'u-1', actorName: 'Ada', reason: 'asked for at the meeting' },
        { action: 'update', change: { title: ['Stops', 'Bus stops'], rule: [newProblem('').rule, null] } },
        { action: 'stage', reason: 'CHEERS is met', change: { stage: ['scanning', 'analysis'] } },
      ]);
    });

    it('is closed as the committee decided', async () => {
      const made = await store.problems.create(newProblem('Lamps'), act());
      const decision = PARTS.decision.parse({ decision: 'close', closureReason: 'closed_reduced' });
      await store.problemParts.put(made.id, 'decision', 0, decision, act());
      const before = await store.problems.moveTo(made.id, 1, 'assessment', {
        ...act(),
        reason: 'Looked at.',
      });
      expect(before.state).toBe('active');
      const closed = await store.problems.moveTo(made.id, 2, 'closed', { ...act(), reason: 'It fell.' });
      expect(closed.state).toBe('closed_reduced');
      const [entry] = (await store.audit.of('problem', made.id)).filter(
        ({ reason }) => reason === 'It fell.',
      );
      expect(entry.change).toMatchObject({ state: ['active', 'closed_reduced'] });
    });

    it('are numbered per area and year without a gap, though many are opened at once', async () => {
      const made = await Promise.all(
        Array.from({ length: 12 }, (_, index) => store.problems.create(newProblem(`Case ${index}`), act())),
      );
      const refs = made.map(({ ref }) => ref).toSorted();
      expect(refs).toEqual(
        Array.from({ length: 12 }, (_, index) => `RIV-2026-${String(index + 1).padStart(2, '0')}`),
      );
      await store.problems.remove(made[11].id, act());
      const next = await store.problems.create(newProblem('Next'), act());
      expect(next.ref).toBe('RIV-2026-13');
      const other = await store.problems.create(newProblem('Other', 'حي-1'), act());
      expect(other.ref).toBe('حي1-2026-01');
      const later = { ...act(), at: '2027-01-01T00:00:00.000Z' };
      expect((await store.problems.create(newProblem('Later'), later)).ref).toBe('RIV-2027-01');
    });

    it('a number is not lost when opening fails', async () => {
      const broken = { ...newProblem('Broken'), title: undefined as unknown as string };
      await expect(store.problems.create(broken, act())).rejects.toThrow();
      expect((await store.problems.create(newProblem('Whole'), act())).ref).toBe('RIV-2026-01');
    });

    it('take incidents in and out by hand', async () => {
      await addCategory(store, 1);
      const { id: datasetId } = await addDataset(store, 'City');
      await load(store, datasetId, [{}, {}]);
      const [first, second] = await store.incidents.matching(viewer, {});
      const { id } = await store.problems.create(newProblem('Stops'), act());
      await store.problems.link(id, first, 'in', act('seen by a resident'));
      await store.problems.link(id, second, 'out', act());
      const changed = await store.problems.link(id, first, 'out', act('a mistake'));
      expect(changed.manual).toMatchObject([
        { incidentId: first, verdict: 'out', reason: 'a mistake', createdBy: 'u-1' },
        { incidentId: second, verdict: 'out', reason: '' },
      ]);
      expect(changed.version).toBe(4);
      expect((await store.problems.unlink(id, second, act())).manual).toHaveLength(1);
      await expect(store.problems.unlink(id, second, act())).rejects.toMatchObject({ status: 404 });
      await expect(store.problems.link(id, 99_999, 'in', act())).rejects.toMatchObject({ status: 404 });
      expect((await store.problems.list())[0].manual).toHaveLength(1);
      const actions = (await store.audit.of('problem', id)).map(({ action }) => action);
      expect(actions).toEqual(['create', 'link', 'link', 'link', 'unlink']);
    });

    it('can be deleted and brought back', async () => {
      const { id } = await store.problems.create(newProblem('Stops'), act());
      const note = await store.annotations.create(
        { problemId: id, text: 'Dark here', geometry: null },
        act(),
      );
      await store.problems.remove(id, act('opened twice'));
      expect(await store.problems.get(id)).toBeNull();
      expect(await store.problems.list()).toEqual([]);
      expect(await store.annotations.list()).toEqual([]);
      expect(await store.annotations.get(note.id)).toBeNull();
      await expect(store.problems.remove(id, act())).rejects.toMatchObject({ status: 404 });
      expect(await store.problems.restore(id, act())).toMatchObject({ title: 'Stops', deletedAt: null });
      expect(await store.annotations.list({ problemId: id })).toEqual([note]);
      await expect(store.problems.restore('nothing', act())).rejects.toMatchObject({ status: 404 });
    });
  });

  describe('exhibits', () => {
    const newRun = (key: string) => ({
      method: 'kernel-density',
      methodVersion: 1,
      parameters: {},
      filter: {},
      dataVersion: {},
      key,
    });

    it('keep runs on a case, each once, with who and why in its history', async () => {
      const { id } = await store.problems.create(newProblem('Stops'), act());
      const [first, second] = [
        await store.runs.begin(newRun('a'), act()),
        await store.runs.begin(newRun('b'), act()),
      ];
      const kept = await store.exhibits.add({ problemId: id, runId: first.id, note: 'Peak' }, act());
      expect(kept).toMatchObject({ problemId: id, runId: first.id, note: 'Peak', createdBy: 'u-1' });
      const other = await store.exhibits.add({ problemId: id, runId: second.id, note: '' }, act());
      expect(await store.exhibits.list(id)).toEqual([kept, other]);
      expect(await store.exhibits.get(id, kept.id)).toEqual(kept);
      await expect(
        store.exhibits.add({ problemId: id, runId: first.id, note: 'again' }, act()),
      ).rejects.toMatchObject({ status: 409, code: 'already_kept' });
      const history = await store.audit.of('problem', id);
      expect(history.slice(1)).toMatchObject([
        { action: 'keep', change: { exhibit: [null, { runId: first.id, note: 'Peak' }] } },
        { action: 'keep' },
      ]);
    });

    it('are taken off again, from their own case only', async () => {
      const [one, two] = [
        await store.problems.create(newProblem('One'), act()),
        await store.problems.create(newProblem('Two'), act()),
      ];
      const run = await store.runs.begin(newRun('a'), act());
      const kept = await store.exhibits.add({ problemId: one.id, runId: run.id, note: '' }, act());
      await expect(store.exhibits.remove(two.id, kept.id, act())).rejects.toMatchObject({ status: 404 });
      await store.exhibits.remove(one.id, kept.id, act('made of old data'));
      expect(await store.exhibits.list(one.id)).toEqual([]);
      await expect(store.exhibits.remove(one.id, kept.id, act())).rejects.toMatchObject({ status: 404 });
      const last = (await store.audit.of('problem', one.id)).at(-1);
      expect(last).toMatchObject({ action: 'unkeep', reason: 'made of old data' });
    });
  });

  describe('annotations', () => {
    it('are made, changed, removed and restored', async () => {
      const point = { type: 'Point' as const, coordinates: [1, 2] as [number, number] };
      const made = await store.annotations.create({ problemId: null, text: 'Gap', geometry: point }, act());
      expect(made).toMatchObject({ text: 'Gap', geometry: point, version: 1, createdBy: 'u-1' });
      const changed = await store.annotations.update(made.id, 1, { text: 'Wide gap' }, act());
      expect(changed).toMatchObject({ text: 'Wide gap', geometry: point, version: 2 });
      await expect(store.annotations.update(made.id, 1, { text: '' }, act())).rejects.toMatchObject({
        status: 412,
      });
      const bare = await store.annotations.update(made.id, 2, { geometry: null }, act());
      expect(bare.geometry).toBeNull();
      await store.annotations.remove(made.id, act());
      expect(await store.annotations.list()).toEqual([]);
      expect(await store.annotations.restore(made.id, act())).toMatchObject({ text: 'Wide gap' });
      expect((await store.audit.of('annotation', made.id)).map(({ action }) => action)).toEqual([
        'create',
        'update',
        'update',
        'delete',
        'restore',
      ]);
      await expect(
        store.annotations.create({ problemId: 'nothing', text: 'x', geometry: null }, act()),
      ).rejects.toMatchObject({ status: 404 });
    });
  });
}
