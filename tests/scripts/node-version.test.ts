import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectRoot } from '../../server/root.ts';

it('takes the releases of Node.js that the packages take', () => {
  const versions = ['18.20.0', '20.18.3', '20.19.0', '21.7.0', '22.11.0', '22.12.0', '23.0.0', '24.1.0'];
  const script = `const { isSupported } = await import(process.argv[1]);
    process.stdout.write(process.argv.slice(2).filter(isSupported).join(' '));`;
  const file = pathToFileURL(`${projectRoot}/scripts/node-version.mjs`).href;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file, ...versions]);
  expect(stdout.toString()).toBe('20.19.0 22.12.0 23.0.0 24.1.0');
});
