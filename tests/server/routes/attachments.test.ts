import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dropRemovedFiles } from '../../../server/attachment-clock.ts';
import { MOST_FILES } from '../../../server/domain/case/attachment.ts';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { attachmentForm, HIDDEN_WORDS, photoWithPlace } from '../../fixtures/photos.ts';
import { createTestApp, TEST_ORIGIN, type TestApp } from '../../fixtures/test-app.ts';

let test: TestApp;
let cookie: string;
let id: string;
beforeEach(async () => {
  test = await createTestApp();
  cookie = await test.signIn();
  const made = await test.call('POST', '/api/problems', { cookie, json: { title: 'Stops' } });
  id = (await made.json()).id;
});
afterEach(() => test.close());

const PDF = '%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n';
const address = (path = '') => `/api/problems/${id}/attachments${path}`;
const call = (method: string, path = '', as = cookie, json?: unknown, headers = {}) =>
  test.call(method, address(path), { cookie: as, json, headers });

async function attach(
  file: Uint8Array | string,
  name = 'photo.jpg',
  more: Record<string, string> = {},
  { as = cookie, key = '' } = {},
): Promise<Response> {
  const headers: Record<string, string> = { Origin: TEST_ORIGIN, Cookie: as };
  if (key) headers['Idempotency-Key'] = key;
  const body = attachmentForm(file, name, more);
  return test.app.request(TEST_ORIGIN + address(), { method: 'POST', headers, body });
}
const attached = async (...args: Parameters<typeof attach>) => {
  const reply = await attach(...args);
  expect(reply.status).toBe(201);
  return reply.json();
};
const contentOf = async (attachmentId: string, what = 'content') =>
  Buffer.from(await (await call('GET', `/${attachmentId}/${what}`)).arrayBuffer());

describe('a photo', () => {
  it('keeps the picture and nothing else, upright', async () => {
    const photo = await photoWithPlace(400, 300);
    const before = await sharp(photo).metadata();
    expect(before.exif && before.xmp && before.orientation).toBeTruthy();
    for (const words of HIDDEN_WORDS) expect(photo.includes(words), words).toBe(true);
    const made = await attached(photo, 'C:\\fakepath\\Stop 12.JPEG');
    expect(made).toMatchObject({ name: 'Stop 12.jpg', mediaType: 'image/jpeg', width: 300, height: 400 });
    for (const what of ['content', 'preview']) {
      const kept = await contentOf(made.id, what);
      const { exif, xmp, iptc, icc, orientation, comments, format } = await sharp(kept).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }, what).toEqual({});
      expect(format).toBe(what === 'content' ? 'jpeg' : 'webp');
      for (const words of [...HIDDEN_WORDS, 'Exif', 'GPS']) expect(kept.includes(words), words).toBe(false);
    }
    // Nor anywhere else in the database.
    const rows = await tablesOf(test.store).selectFrom('attachment_content').selectAll().execute();
    for (const { content } of rows)
      for (const words of HIDDEN_WORDS) expect(Buffer.from(content).includes(words)).toBe(false);
  });

  it.each(['jpeg', 'png', 'webp'] as const)('of many pixels becomes smaller (%s)', async (format) => {
    const large = await sharp({ create: { width: 5000, height: 2500, channels: 3, background: '#fff' } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${HIDDEN_WORDS[1]}</x:xmpmeta>`)
      .toFormat(format)
      .toBuffer();
    expect((await sharp(large).metadata()).xmp).toBeTruthy();
    const made = await attached(large);
    expect(made).toMatchObject({ mediaType: `image/${format}`, width: 2560, height: 1280 });
    const kept = await contentOf(made.id);
    expect(kept.length).toBe(made.bytes);
    expect((await sharp(kept).metadata()).xmp).toBe(undefined);
  });

  it('keeps its colours when it was meant for print', async () => {
    const cmyk = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#f00' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    const { id: attachmentId } = await attached(cmyk);
    expect((await sharp(await contentOf(attachmentId)).metadata()).space).toBe('srgb');
  });

  it('that is none is refused, whatever its name says', async () => {
    const photo = await photoWithPlace();
    const cases: [string, Uint8Array | string, number, string][] = [
      ['a text', 'GPS 52.5, 13.4', 422, 'attachment_kind'],
      ['a page', '<html><script>alert(1)</script></html>', 422, 'attachment_kind'],
      ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg"/>', 422, 'attachment_kind'],
      ['a HEIC', '\0\0\0\x18ftypheic\0\0\0\0', 422, 'attachment_kind'],
      ['nothing', '', 422, 'attachment_kind'],
      ['the beginning of one', photo.subarray(0, 600), 422, 'photo_broken'],
      [
        'a text behind the sign of one',
        Buffer.from([0xff, 0xd8, 0xff, ...Buffer.from('no photo')]),
        422,
        'photo_broken',
      ],
      ['too many pixels', await wide(), 422, 'photo_too_many_pixels'],
      ['half a PDF', '%PDF-1.7\n1 0 obj', 422, 'document_broken'],
    ];
    for (const [what, file, status, code] of cases) {
      const reply = await attach(file, 'photo.jpg');
      expect(await reply.json(), what).toMatchObject({ status, code });
    }
    expect((await (await call('GET')).json()).items).toEqual([]);
  });

  it('that is too large is refused', async () => {
    const large = Buffer.concat([await photoWithPlace(), Buffer.alloc(15 * 1024 * 1024)]);
    expect(await (await attach(large)).json()).toMatchObject({ status: 413, code: 'attachment_too_large' });
    const larger = Buffer.concat([Buffer.from(PDF), Buffer.alloc(22 * 1024 * 1024)]);
    expect((await attach(larger)).status).toBe(413);
  });

  it('in which somebody could be recognised is refused', async () => {
    const reply = await attach(await photoWithPlace(), 'a.jpg', { showsPeople: 'yes' });
    expect(await reply.json()).toMatchObject({ status: 422, code: 'shows_people' });
    const unsaid = await attach(await photoWithPlace(), 'a.jpg', { showsPeople: '', caption: ' ' });
    const { status, errors } = await unsaid.json();
    expect(status).toBe(400);
    expect(errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/caption', '/showsPeople']);
  });
});

/** Small on disk, 100 million pixels unpacked. */
const wide = () =>
  sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } })
    .png()
    .toBuffer();

describe('a document', () => {
  it('is saved and never shown, and nothing of it can run', async () => {
    const made = await attached(PDF, '../../etc/"Minutes"\u202e fdp.exe', { kind: 'minutes' });
    expect(made).toMatchObject({ name: 'Minutes fdp.pdf', mediaType: 'application/pdf', width: null });
    const reply = await call('GET', `/${made.id}/content`);
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''Minutes%20fdp.pdf",
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-length': String(PDF.length),
    });
    expect(await reply.text()).toBe(PDF);
    expect((await call('GET', `/${made.id}/preview`)).status).toBe(404);
  });

  it('of many parts comes back as it was', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 3_500_000 }, (_, i) => (i * 7919) % 251));
    const file = Buffer.concat([Buffer.from(PDF), noise, Buffer.from('%%EOF')]);
    const made = await attached(file, 'plan.pdf');
    expect((await contentOf(made.id)).equals(file)).toBe(true);
  });
});

describe('photos and documents of a case', () => {
  it('are described, removed and brought back, with every step in the history', async () => {
    const made = await attached(PDF, 'plan.pdf', { takenOn: '2025-02-01' });
    expect(made.takenOn).toBe('2025-02-01');
    const change = { caption: 'The plan of the lamps', kind: 'plan', takenOn: null };
    const first = { 'If-Match': '"1"' };
    const changed = await (await call('PATCH', `/${made.id}`, cookie, change, first)).json();
    expect(changed).toMatchObject({ ...change, version: 2 });
    expect((await call('PATCH', `/${made.id}`, cookie, change, first)).status).toBe(412);
    expect((await call('DELETE', `/${made.id}`)).status).toBe(204);
    expect((await call('GET', `/${made.id}/content`)).status).toBe(404);
    expect((await call('POST', `/${made.id}/restore`)).status).toBe(200);
    expect((await call('GET', `/${made.id}/content`)).status).toBe(200);
    await test.deps.auditQueue.flush();
    const history = await test.store.audit.of('problem', id);
    expect(history.map(({ action }) => action)).toEqual([
      'create',
      'attach',
      'attach_change',
      'detach',
      'attach_again',
    ]);
    expect(history[1].change).toMatchObject({
      attachment: [null, { name: 'plan.pdf', digest: made.digest, mediaType: 'application/pdf' }],
    });
    const looks = await test.store.audit.page({ objectKind: 'attachment' }, { limit: 10 });
    expect(looks.items).toMatchObject([{ action: 'read', objectId: made.id, change: { case: [null, id] } }]);
    const future = await attach(PDF, 'plan.pdf', { takenOn: '2025-03-02' });
    expect(await future.json()).toMatchObject({ status: 422, errors: [{ pointer: '/takenOn' }] });
  });

  it('are attached once when the same form is sent again with its key', async () => {
    const made = await attached(PDF, 'plan.pdf', {}, { key: 'one' });
    const again = await attach(PDF, 'plan.pdf', {}, { key: 'one' });
    expect(await again.json()).toEqual(made);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await attach(PDF, 'plan.pdf', { caption: 'Another' }, { key: 'one' });
    expect(await other.json()).toMatchObject({ status: 422, code: 'key_reused' });
    expect((await (await call('GET')).json()).items).toHaveLength(1);
  });

  it('are no more than a case can hold', async () => {
    for (let i = 0; i < MOST_FILES; i++) await attached(PDF);
    expect(await (await attach(PDF)).json()).toMatchObject({ status: 409, code: 'too_many_attachments' });
  });

  it('are read by whoever reads the case, and changed by whoever works on it', async () => {
    const { id: attachmentId } = await attached(await photoWithPlace());
    const member = await test.signInAs(['committee_member']);
    const paths = ['', `/${attachmentId}/content`, `/${attachmentId}/preview`];
    for (const path of paths) expect((await call('GET', path, member)).status, path).toBe(404);
    const open = { cookie, json: { confidentiality: 'committee' }, headers: { 'If-Match': '"1"' } };
    expect((await test.call('PATCH', `/api/problems/${id}`, open)).status).toBe(200);
    for (const path of paths) expect((await call('GET', path, member)).status, path).toBe(200);
    expect((await attach(PDF, 'a.pdf', {}, { as: member })).status).toBe(403);
    expect((await call('DELETE', `/${attachmentId}`, member)).status).toBe(403);
    const owner = await test.signInAs(['agency_owner']);
    for (const path of paths) expect((await call('GET', path, owner)).status, path).toBe(403);
    // Nor by the way of another case.
    const made = await test.call('POST', '/api/problems', { cookie, json: { title: 'Other' } });
    const other = (await made.json()).id;
    const round = `/api/problems/${other}/attachments/${attachmentId}`;
    expect((await test.call('GET', `${round}/content`, { cookie })).status).toBe(404);
    expect((await test.call('DELETE', round, { cookie })).status).toBe(404);
  });

  it('go with a case that is deleted, and for good after thirty days', async () => {
    const removed = await attached(PDF);
    const kept = await attached(PDF);
    await call('DELETE', `/${removed.id}`);
    const parts = () => tablesOf(test.store).selectFrom('attachment_content').selectAll().execute();
    test.clock.advance(29 * 86_400_000);
    expect(await dropRemovedFiles(test.deps)).toBe(0);
    test.clock.advance(86_400_000);
    expect(await dropRemovedFiles(test.deps)).toBe(1);
    expect((await parts()).map(({ attachment_id }) => attachment_id)).toEqual([kept.id]);
    cookie = await test.signIn();
    expect((await call('POST', `/${removed.id}/restore`)).status).toBe(404);
    await test.call('DELETE', `/api/problems/${id}`, { cookie });
    expect((await call('GET', `/${kept.id}/content`)).status).toBe(404);
    test.clock.advance(31 * 86_400_000);
    expect(await dropRemovedFiles(test.deps)).toBe(1);
    expect(await parts()).toEqual([]);
  });
});
