import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendConcern, takenIn } from '../../../client/join/send-concern.ts';

const CONCERN = {
  summary: 'No light',
  categoryId: null,
  place: null,
  language: 'en',
  wordsChecked: false,
  isProtected: false,
  pathway: null,
};
const PHOTO = new Uint8Array([0xff, 0xd8, 0xff]).buffer;
const asked: [string, string, unknown][] = [];

/** A server that answers the photo so. */
function answering(status: number, code = ''): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    asked.push([method ?? '', path, body]);
    if (path.endsWith('/concerns'))
      return Response.json({ kind: 'concern', receipt: 'AAAAA-BBBBB' }, { status: 201 });
    if (status === 0) throw new TypeError('no network');
    return Response.json({ code, detail: 'English' }, { status });
  });
}
afterEach(() => vi.unstubAllGlobals());

const send = (photo: ArrayBuffer | null, more: object = {}) =>
  sendConcern('the-name-of-this-sending', { kind: 'concern', concern: { ...CONCERN, ...more }, photo });

describe('a concern with a photo', () => {
  it('sends first the words, then the photo, under the same name', async () => {
    answering(200);
    expect(takenIn(await send(PHOTO))).toEqual({ receipt: 'AAAAA-BBBBB', photoRefused: '' });
    expect(asked.map(([method, path]) => `${method} ${path}`)).toEqual([
      'POST /api/guest/concerns',
      'PUT /api/guest/concerns/the-name-of-this-sending/photo',
    ]);
    const form = asked[1]?.[2] as FormData;
    expect(form.get('showsPeople')).toBe('no');
    expect(await (form.get('file') as File).arrayBuffer()).toEqual(PHOTO);
  });

  it('is in with its receipt when the photo is refused, and says so', async () => {
    answering(409, 'too_many_photos');
    expect(takenIn(await send(PHOTO))).toEqual({ receipt: 'AAAAA-BBBBB', photoRefused: 'too_many_photos' });
  });

  it.each([0, 503, 429])('waits as a whole where the photo did not arrive (%s)', async (status) => {
    answering(status, status === 503 ? 'photos_wait' : '');
    await expect(send(PHOTO)).rejects.toMatchObject({ passes: true });
  });

  it('sends no photo of what must not be kept', async () => {
    answering(200);
    await send(PHOTO, { isProtected: true });
    await send(null);
    expect(asked).toHaveLength(2);
  });
});
