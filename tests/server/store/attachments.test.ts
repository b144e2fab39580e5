import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import type { NewAttachment } from '../../../server/store/ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const act = { actor: null, at: '2025-03-01T12:00:00.000Z' };
const folder = temporaryFolder();

async function opened(name: string) {
  const store = await openStore({ file: join(folder, name) });
  const { id } = await store.problems.create(
    { title: 'Lamps', statement: '', geometry: null, rule: null, areaCode: 'LAM', concerns: [] },
    act,
  );
  return { store, id };
}

function pdf(bytes: number): NewAttachment {
  return {
    name: 'plan.pdf',
    mediaType: 'application/pdf',
    kind: 'plan',
    caption: 'The plan',
    takenOn: null,
    width: null,
    height: null,
    preview: null,
    content: Uint8Array.from({ length: bytes }, (_, i) => (i * 7919) % 251),
  };
}

async function contentOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

it('a large file is written in another thread while others write, whole and with its digest', async () => {
  const { store, id } = await opened('large.sqlite');
  const file = pdf(3_500_000);
  const [made] = await Promise.all([
    store.attachments.add(id, file, act),
    ...Array.from({ length: 20 }, (_, i) => store.settings.set(`other ${i}`, 'written')),
  ]);
  expect(made.digest).toBe(createHash('sha256').update(file.content).digest('hex'));
  expect(await store.attachments.list(id)).toMatchObject([
    { id: made.id, bytes: 3_500_000, deletedAt: null },
  ]);
  expect((await contentOf(store.attachments.content(made.id))).equals(Buffer.from(file.content))).toBe(true);
  await store.close();
});

it('two files that come at once are both kept, each by itself', async () => {
  const { store, id } = await opened('two.sqlite');
  const files = [pdf(1_048_576), pdf(1_048_577)];
  const made = await Promise.all(files.map((file) => store.attachments.add(id, file, act)));
  for (const [i, { id: of }] of made.entries())
    expect((await contentOf(store.attachments.content(of))).equals(Buffer.from(files[i].content))).toBe(true);
  await store.close();
});
