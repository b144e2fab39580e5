import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrMakeSecret } from '../../../server/auth/secret.ts';

describe('the secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'common-ground-'));

  it('is random, kept, and readable by its owner alone', () => {
    const secret = readOrMakeSecret(folder);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(readOrMakeSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readOrMakeSecret(mkdtempSync(join(tmpdir(), 'common-ground-')))).not.toBe(secret);
  });

  it('stops the start when it is damaged, rather than signing with nothing', () => {
    writeFileSync(join(folder, 'secret'), '');
    expect(() => readOrMakeSecret(folder)).toThrow(/"secret" in CG_DATA is damaged/);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('');
  });
});
