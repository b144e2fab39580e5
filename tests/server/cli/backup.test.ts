import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_USAGE, backup } from '../../../server/cli/backup.ts';
import { FILE_USAGE } from '../../../server/cli/backup-file.ts';
import { restore } from '../../../server/cli/restore.ts';
import { verify } from '../../../server/cli/verify.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { createTestClock } from '../../fixtures/test-app.ts';

let dataFolder: string;
const parts = () => ({
  dataFolder,
  databaseFile: join(dataFolder, 'common-ground.sqlite'),
  clock: createTestClock(),
});

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cg-backup-cli-'));
  await (await openStore({ file: parts().databaseFile })).close();
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const keyFile = () => join(dataFolder, 'key');

/** As a person would: the key is copied from the terminal into a file. */
async function makeKeyFile(): Promise<void> {
  const { text } = await backup(['key'], parts());
  writeFileSync(keyFile(), `# written down on Sunday\n${text.split('\n')[0]}\n`);
}

describe('cg backup', () => {
  it('writes nothing open: without a key it says how to make one', async () => {
    expect(await backup([], parts())).toMatchObject({ code: 1, text: expect.stringContaining('backup key') });
  });

  it('makes the key once', async () => {
    expect((await backup(['key'], parts())).text).toMatch(/^AGE-SECRET-KEY-1/);
    expect(await backup(['key'], parts())).toMatchObject({
      code: 1,
      text: expect.not.stringContaining('AGE-SECRET'),
    });
  });

  it('goes round: backup, verify, restore', async () => {
    await makeKeyFile();
    const to = join(dataFolder, 'stick');
    const made = await backup(['--to', to], parts());
    const [file] = made.text.split('\n');
    expect(file.startsWith(to)).toBe(true);
    const proof = await verify([file, '--key-file', keyFile()], parts());
    expect(proof).toMatchObject({ code: 0, text: expect.stringContaining('The backup is whole.') });
    expect(await restore([file, '--key-file', keyFile()], parts())).toMatchObject({ code: 0 });
  });

  it.each([
    ['a wrong key', 'AGE-SECRET-KEY-1WRONG', /cannot be read/],
    ['an empty file', '', /cannot be read/],
  ])('says so when the key file holds %s', async (_, text, sentence) => {
    writeFileSync(keyFile(), text);
    expect(await verify(['some.age', '--key-file', keyFile()], parts())).toMatchObject({
      code: 1,
      text: expect.stringMatching(sentence),
    });
  });

  it.each([[['now']], [['key', 'again']], [['--from', 'x']]])('shows how it is used: %j', async (args) => {
    expect(await backup(args, parts())).toEqual({ code: 2, text: BACKUP_USAGE });
  });

  it.each([[[]], [['file.age']], [['a', 'b', '--key-file', 'k']]])(
    'wants a file and a key: %j',
    async (args) => {
      expect(await restore(args, parts())).toEqual({ code: 2, text: FILE_USAGE });
    },
  );
});
