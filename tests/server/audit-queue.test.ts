import { describe, expect, it } from 'vitest';
import { createAuditQueue } from '../../server/audit-queue.ts';
import { createTestClock } from '../fixtures/test-app.ts';

const line = (objectId: string) => ({ action: 'read', objectKind: 'incident', objectId });

function queueOver(addAll: (lines: readonly unknown[]) => Promise<void>) {
  const errors: string[] = [];
  const log = { error: (_: object, message: string) => errors.push(message) };
  return { queue: createAuditQueue({ store: { audit: { addAll } }, clock: createTestClock(), log }), errors };
}

describe('the queue of the history', () => {
  it('writes what was noted together and in order', async () => {
    const written: unknown[][] = [];
    const { queue } = queueOver(async (lines) => void written.push([...lines]));
    queue.note(line('1'), 'u1');
    queue.note(line('2'), 'u1');
    await queue.flush();
    queue.note(line('3'), null);
    await queue.flush();
    expect(written).toEqual([
      [
        { line: line('1'), act: { actor: 'u1', at: '2025-03-01T12:00:00.000Z' } },
        { line: line('2'), act: { actor: 'u1', at: '2025-03-01T12:00:00.000Z' } },
      ],
      [{ line: line('3'), act: { actor: null, at: '2025-03-01T12:00:00.000Z' } }],
    ]);
  });

  it('writes by itself after a while', async () => {
    const written = await new Promise<readonly unknown[]>((resolve) => {
      const { queue } = queueOver(async (lines) => resolve(lines));
      queue.note(line('1'), 'u1');
      // The timer of the queue keeps no process alive; this one keeps the test.
      setTimeout(() => resolve([]), 5000);
    });
    expect(written).toHaveLength(1);
  });

  it('keeps what it could not write, says so in the log, and tries again in the old order', async () => {
    let broken = true;
    const written: { line: { objectId: string } }[] = [];
    const { queue, errors } = queueOver(async (lines) => {
      if (broken) throw new Error('full');
      written.push(...(lines as typeof written));
    });
    queue.note(line('1'), 'u1');
    await queue.flush();
    broken = false;
    queue.note(line('2'), 'u1');
    await queue.flush();
    expect(errors).toHaveLength(1);
    expect(written.map((each) => each.line.objectId)).toEqual(['1', '2']);
  });

  it('keeps only so many, and the history says how many are missing', async () => {
    const written: { line: { action: string; objectId: string; change?: unknown } }[] = [];
    const addAll = async (lines: readonly unknown[]) => void written.push(...(lines as typeof written));
    const parts = { store: { audit: { addAll } }, clock: createTestClock(), log: { error: () => {} } };
    const queue = createAuditQueue(parts, 2);
    for (const id of ['1', '2', '3', '4']) queue.note(line(id), 'u1');
    await queue.flush();
    queue.note(line('5'), 'u1');
    await queue.flush();
    expect(written.map((each) => each.line.objectId)).toEqual(['1', '2', 'queue', '5']);
    expect(written[2].line).toMatchObject({ action: 'lose', change: { entries: [null, 2] } });
  });
});
