import { describe, expect, it, vi } from 'vitest';
import { arrivingBytes } from '../../../server/imports/arriving-bytes.ts';
import { fileOf, refusalOf } from '../../fixtures/import-files.ts';

async function read(file: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const block of file) text += Buffer.from(block).toString();
  return text;
}

describe('a file that arrives', () => {
  it('is handed on as it is', async () => {
    expect(await read(arrivingBytes(fileOf('abcdef', 2)))).toBe('abcdef');
  });

  it('is given up when nothing more comes', async () => {
    async function* silent() {
      yield Buffer.from('id,lon,lat\n');
      await new Promise(() => {});
    }
    const { code, message } = await refusalOf(read(arrivingBytes(silent(), 20)));
    expect(code).toBe('upload_stalled');
    expect(message).toBe(
      'The file stopped arriving: check the connection and send it again. Nothing was stored.',
    );
  });

  it('may wait for its reader as long as it likes', async () => {
    const file = arrivingBytes(fileOf('abcdef', 2), 20);
    await file.next();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await read(file)).toBe('cdef');
  });

  it('is told when its reader stops', async () => {
    const stop = vi.fn();
    async function* file() {
      try {
        for (;;) yield Buffer.from('a');
      } finally {
        stop();
      }
    }
    for await (const _ of arrivingBytes(file())) break;
    await vi.waitFor(() => expect(stop).toHaveBeenCalled());
  });
});
