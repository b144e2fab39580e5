import { describe, expect, it } from 'vitest';
import { AskError } from '../../../client/join/ask.ts';
import { createOutbox, type Entry, type Keeper, memoryKeeper } from '../../../client/join/outbox.ts';

const offline = () => new AskError(0, 'offline', '', 0);
const vote = (ballotId: string, option: string) => ({
  kind: 'vote' as const,
  ballotId,
  marks: { [option]: 1 },
});

/** An outbox whose waiting is told when to end, over a server that does as it is told. */
function made(keeper: Keeper = memoryKeeper()) {
  const arrived: Entry[] = [];
  const answers: (() => unknown)[] = [];
  const waits: { ms: number; work: () => void }[] = [];
  let names = 0;
  const outbox = createOutbox({
    keeper,
    send: async (entry) => {
      const answer = answers.shift();
      if (answer) answer();
      arrived.push(entry);
      return { taken: 'taken' };
    },
    newName: () => `name-${++names}`,
    onSent: () => {},
    wait: (work, ms) => {
      waits.push({ ms, work });
      return () => {};
    },
  });
  const fail = (error: Error, times = 1) => {
    for (let i = 0; i < times; i++)
      answers.push(() => {
        throw error;
      });
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { outbox, arrived, waits, fail, settle };
}

const chosen = (arrived: readonly Entry[]) =>
  arrived.map(({ sending }) => (sending.kind === 'vote' ? Object.keys(sending.marks)[0] : 'concern'));

describe('the outbox of a telephone', () => {
  it('sends at once and keeps nothing', async () => {
    const { outbox, arrived, settle } = made();
    await outbox.put(vote('a', 'lamps'));
    await settle();
    expect(chosen(arrived)).toEqual(['lamps']);
    expect(outbox.entries()).toEqual([]);
  });

  it('keeps what did not arrive, waits longer each time, and sends it under the same name', async () => {
    const { outbox, arrived, waits, fail, settle } = made();
    fail(offline(), 6);
    await outbox.put(vote('a', 'lamps'));
    for (let i = 0; i < 6; i++) {
      await settle();
      expect(outbox.entries()).toHaveLength(1);
      expect(outbox.isCutOff()).toBe(true);
      waits.at(-1)?.work();
    }
    await settle();
    expect(waits.map(({ ms }) => ms)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000]);
    expect(arrived.map(({ name }) => name)).toEqual(['name-1']);
    expect(outbox.entries()).toEqual([]);
    expect(outbox.isCutOff()).toBe(false);
  });

  it('sends in the order things were put in, one after the other', async () => {
    const { outbox, arrived, waits, fail, settle } = made();
    fail(offline(), 2);
    await outbox.put(vote('a', 'lamps'));
    await settle();
    await outbox.put(vote('b', 'stops'));
    await settle();
    expect(arrived).toEqual([]);
    waits.at(-1)?.work();
    await settle();
    expect(chosen(arrived)).toEqual(['lamps', 'stops']);
  });

  it('sends only the newest vote of a ballot that has not gone out', async () => {
    const { outbox, arrived, waits, fail, settle } = made();
    fail(offline());
    await outbox.put(vote('a', 'lamps'));
    await settle();
    await outbox.put(vote('a', 'stops'));
    await settle();
    expect(outbox.entries()).toHaveLength(0);
    waits.at(-1)?.work();
    await settle();
    expect(chosen(arrived)).toEqual(['stops']);
  });

  it('finds what it kept when the page is opened again', async () => {
    const keeper = memoryKeeper();
    const before = made(keeper);
    before.fail(offline());
    await before.outbox.put(vote('a', 'lamps'));
    await before.settle();
    before.outbox.stop();
    const after = made(keeper);
    await after.settle();
    expect(after.arrived.map(({ name }) => name)).toEqual(['name-1']);
    expect(after.outbox.entries()).toEqual([]);
  });

  it('keeps what was refused, with the reason, and goes on with the next', async () => {
    const { outbox, arrived, fail, settle } = made();
    fail(new AskError(409, 'ballot_closed', 'This vote was closed before yours arrived.', 0));
    await outbox.put(vote('a', 'lamps'));
    await outbox.put(vote('b', 'stops'));
    await settle();
    expect(chosen(arrived)).toEqual(['stops']);
    expect(outbox.entries()).toMatchObject([
      { refused: 'This vote was closed before yours arrived.', refusedCode: 'ballot_closed' },
    ]);
    await outbox.drop(outbox.entries()[0].number);
    expect(outbox.entries()).toEqual([]);
  });

  it('sends in place of what was refused what its writer makes of it, under another name', async () => {
    const { outbox, arrived, fail, settle } = made();
    fail(new AskError(422, 'words_to_check', 'It seems to name a person.', 0));
    await outbox.put(vote('a', 'lamps'));
    await settle();
    const [{ number }] = outbox.entries();
    fail(offline());
    await outbox.resend(number, vote('a', 'stops'));
    await settle();
    // Without a connection it waits as anything else does.
    expect(outbox.entries()).toMatchObject([{ number, name: 'name-2', refused: '', refusedCode: '' }]);
    outbox.hurry();
    await settle();
    expect(arrived.map(({ name }) => name)).toEqual(['name-2']);
    expect(chosen(arrived)).toEqual(['stops']);
    await outbox.resend(number, vote('a', 'lamps'));
    await settle();
    expect(arrived).toHaveLength(1);
  });

  it.each([
    [500, 'store_in_trouble', true],
    [503, 'disk_full', true],
    [429, 'too_many_tries', true],
    [409, 'still_working', true],
    [409, 'ballot_closed', false],
    [401, 'meeting_over', false],
    [404, 'not_found', false],
    [422, 'one_only', false],
  ])('tries again after %i %s: %s', (status, code, passes) => {
    expect(new AskError(status, code, '', 0).passes).toBe(passes);
  });
});
