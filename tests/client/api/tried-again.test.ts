import { describe, expect, it } from 'vitest';
import { createTriedAgain } from '../../../client/api/tried-again.ts';

function sender() {
  const keys: string[] = [];
  const again = createTriedAgain();
  const send = (input: object, fails = false) =>
    again(input, async ({ headers }) => {
      keys.push(headers['Idempotency-Key']);
      if (fails) throw new Error('The network went away.');
      return 'made';
    });
  return { keys, send };
}

describe('a create that is tried again', () => {
  it('keeps its key until it was answered', async () => {
    const { keys, send } = sender();
    await expect(send({ summary: 'Lamps' }, true)).rejects.toThrow('The network');
    expect(await send({ summary: 'Lamps' })).toBe('made');
    expect(keys[1]).toBe(keys[0]);
  });

  it('has another key once it was answered, or when something else is sent', async () => {
    const { keys, send } = sender();
    await send({ summary: 'Lamps' });
    await send({ summary: 'Lamps' });
    await expect(send({ summary: 'Lamps' }, true)).rejects.toThrow();
    await send({ summary: 'Lamps, mended' });
    expect(new Set(keys).size).toBe(4);
  });
});
