/** Photos of concerns from telephones: the picture alone is kept, for whoever reads the words, and goes with them. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesOf } from '../../contract/backend-under-test.ts';
import { createPhoneApp, type PhoneApp } from '../../fixtures/phone-app.ts';
import { HIDDEN_WORDS, photoWithPlace } from '../../fixtures/photos.ts';

let test: PhoneApp;
let analyst: string;
beforeAll(async () => {
  test = await createPhoneApp();
  analyst = await test.signInAs(['analyst'], 'Analyst');
});
afterAll(() => test.close());

let sent = 0;
async function raise(cookie: string) {
  const key = `concern-with-a-photo-${++sent}`;
  const json = { summary: `No light ${sent}`, language: 'en' };
  const headers = { 'Idempotency-Key': key };
  const reply = await test.call('POST', '/api/guest/concerns', { cookie, json, headers });
  expect(reply.status).toBe(201);
  return key;
}

async function show(cookie: string, key: string, file: Uint8Array | string, more: object = {}) {
  const form = new FormData();
  form.set('file', new File([file as BlobPart], 'photo.jpg'));
  for (const [name, value] of Object.entries({ showsPeople: 'no', ...more })) form.set(name, value);
  const address = `${test.origin}/api/guest/concerns/${key}/photo`;
  const headers = { Origin: test.origin, Cookie: cookie };
  const reply = await test.app.request(address, { method: 'PUT', headers, body: form });
  return { status: reply.status, body: await reply.json() };
}

/** The one that was raised last; the clock of the test stands still. */
async function newest() {
  const { items } = (await test.ask(analyst, 'GET', '/concerns')).body;
  return items.find(({ summary }: { summary: string }) => summary === `No light ${sent}`);
}

const picture = async (id: string, what: string, as = analyst) =>
  test.call('GET', `/api/concerns/${id}/${what}`, { cookie: as });

describe('a photo from a telephone', () => {
  it('is kept as a picture alone: no place, no device, no words, at most 1,600 pixels long', async () => {
    const phone = await test.phone();
    const key = await raise(phone);
    expect((await newest()).hasPhoto).toBe(false);
    expect((await show(phone, key, await photoWithPlace(2400, 1200))).body).toEqual({ taken: true });
    const concern = await newest();
    expect(concern.hasPhoto).toBe(true);
    for (const [what, format] of [
      ['photo', 'jpeg'],
      ['photo/preview', 'webp'],
    ] as const) {
      const reply = await picture(concern.id, what);
      expect(reply.headers.get('content-security-policy')).toContain('sandbox');
      const bytes = Buffer.from(await reply.arrayBuffer());
      const found = await sharp(bytes).metadata();
      expect([found.format, found.exif, found.xmp, found.iptc]).toEqual([
        format,
        undefined,
        undefined,
        undefined,
      ]);
      // It lay on its side.
      if (what === 'photo') expect([found.width, found.height]).toEqual([800, 1600]);
      for (const words of [...HIDDEN_WORDS, 'GPS']) expect(bytes.includes(words), words).toBe(false);
    }
    const rows = await tablesOf(test.store).selectFrom('concern_photo').selectAll().execute();
    for (const words of HIDDEN_WORDS)
      expect(rows.some(({ content }) => Buffer.from(content).includes(words))).toBe(false);
  });

  it('is taken once however often it is sent, and a second one changes nothing', async () => {
    const phone = await test.phone();
    const key = await raise(phone);
    await show(phone, key, await photoWithPlace());
    const { id, version } = await newest();
    expect((await show(phone, key, await photoWithPlace(40, 30))).body).toEqual({ taken: true });
    expect(await newest()).toMatchObject({ id, version });
  });

  it('goes to no concern but the own, and to none that is not there', async () => {
    const [phone, other] = [await test.phone(), await test.phone()];
    const key = await raise(phone);
    const photo = await photoWithPlace();
    expect((await show(other, key, photo)).body.code).toBe('not_found');
    expect((await show(phone, 'never-sent', photo)).body.code).toBe('not_found');
    expect((await show('', key, photo)).body.code).toBe('not_joined');
    expect((await show(phone, key, photo, { showsPeople: 'yes' })).status).toBe(400);
    expect((await newest()).hasPhoto).toBe(false);
  });

  it.each([
    ['no photo', 'words alone', 422, 'attachment_kind'],
    ['a document', '%PDF-1.7\n%%EOF\n', 422, 'attachment_kind'],
    ['half a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 422, 'photo_broken'],
    ['40 MB', Buffer.alloc(40 * 2 ** 20), 413, 'too_large'],
  ])('is refused as %s, and the words stay', async (_what, file, status, code) => {
    const phone = await test.phone();
    const key = await raise(phone);
    const refused = await show(phone, key, file);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect((await newest()).hasPhoto).toBe(false);
  });

  it('is one of twenty tries an hour of a telephone; others are not held up', async () => {
    const [phone, other] = [await test.phone(), await test.phone()];
    const key = await raise(phone);
    for (let i = 0; i < 20; i++) expect((await show(phone, key, 'no photo')).status).toBe(422);
    expect((await show(phone, key, await photoWithPlace())).body.code).toBe('too_many_photos');
    expect((await show(other, await raise(other), await photoWithPlace())).status).toBe(200);
    test.clock.advance(61 * 60_000);
    expect((await show(phone, key, await photoWithPlace())).status).toBe(200);
  });
});

describe('the photo of a concern', () => {
  async function made() {
    const phone = await test.phone();
    await show(phone, await raise(phone), await photoWithPlace());
    return (await newest()) as { id: string; version: number };
  }

  it('is for whoever reads concerns, and that it was looked at stands in the history', async () => {
    const { id } = await made();
    const publisher = await test.signInAs(['publisher'], 'Publisher');
    expect((await picture(id, 'photo', publisher)).status).toBe(403);
    expect((await picture(id, 'photo', '')).status).toBe(401);
    expect((await picture(id, 'photo', await test.phone())).status).toBe(401);
    expect((await picture(id, 'photo')).status).toBe(200);
    await test.deps.auditQueue.flush();
    const { items } = await test.store.audit.page({ objectKind: 'concern_photo' }, { limit: 9 });
    expect(items.map(({ action, objectId }) => [action, objectId])).toContainEqual(['read', id]);
  });

  it('is taken out for good, and the words stay', async () => {
    const { id, version } = await made();
    const after = await test.ask(analyst, 'DELETE', `/concerns/${id}/photo`, undefined, version);
    expect(after.body).toMatchObject({ id, hasPhoto: false });
    expect(after.body.summary).not.toBe('');
    expect((await picture(id, 'photo')).status).toBe(404);
    const steps = (await test.ask(analyst, 'GET', `/concerns/${id}/steps`)).body.items;
    expect(steps.map(({ step }: { step: string }) => step)).toEqual(['receive', 'photo_out']);
  });

  it('goes with the words when they are erased, and with the concern when it is passed on as protected', async () => {
    const erased = await made();
    const act = { actor: null, at: test.clock.now().toISOString() };
    const after = await test.store.concerns.erase(erased.id, erased.version, act);
    expect(after).toMatchObject({ hasPhoto: false, summary: '' });
    const passedOn = await made();
    await test.store.concerns.protect(passedOn.id, passedOn.version, 'survivor_support', act);
    const left = await tablesOf(test.store).selectFrom('concern_photo').select('concern_id').execute();
    expect(left.map(({ concern_id }) => concern_id)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`${erased.id}|${passedOn.id}`))]),
    );
    // And no later one comes to what was erased.
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const late = { mediaType: 'image/jpeg' as const, content: photo, preview: photo, width: 9, height: 9 };
    expect(await test.store.concernPhotos.add(erased.id, late, act)).toMatchObject({ hasPhoto: false });
  });
});
