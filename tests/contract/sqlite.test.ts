import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../server/store/open-store.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'cg-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
storeContract('SQLite in a file', () => openStore({ file: join(folder, `${files++}.sqlite`) }));
storeContract('SQLite in memory', () => openStore({ file: ':memory:' }));
