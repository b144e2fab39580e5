import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCommittee } from '../../../server/domain/meeting/committee.ts';
import { newMeeting } from '../../../server/domain/meeting/meeting.ts';
import { type OpenStore, openStore } from '../../../server/store/open-store.ts';
import type { AnswerInput, PublicAnswer } from '../../../server/store/ports.ts';
import { tablesOf } from '../../contract/backend-under-test.ts';

let store: OpenStore;
let made = 0;
beforeAll(async () => {
  store = await openStore({ file: ':memory:' });
});
afterAll(() => store.close());

const act = (actor: string) => ({ actor, at: '2025-03-01T12:00:00.000Z' });
const texts = (language: string) => ({
  language,
  title: 'Stops',
  youSaid: '',
  weDid: '',
  result: '',
  notYet: '',
  whyNot: '',
  thanks: '',
  promises: [],
  decisions: [],
});
const content = (...languages: string[]): AnswerInput => ({
  words: {
    areaId: null,
    meeting: '',
    meetingOn: null,
    validUntil: null,
    languages: languages.map(texts),
    quotes: [],
    publications: [],
    decisions: [],
  },
  areaName: null,
  rows: [],
  quotes: [],
  told: null,
  counted: [],
});
const SHEET = { concerns: 0, consenting: 0, quoted: 0, doubts: [] };

async function draft(...languages: string[]): Promise<PublicAnswer> {
  const input = { title: `Case ${made++}`, statement: '', geometry: null, rule: null, areaCode: 'TEST' };
  const { id } = await store.problems.create({ ...input, confidentiality: 'committee' }, act('sada'));
  const begun = { problemId: id, meetingId: null, corrects: null, correctionReason: '' };
  return store.publicAnswers.draft({ ...content(...languages), ...begun }, act('sada'));
}
const about = ({ problemId }: PublicAnswer) => ({ problemId: problemId ?? '', meetingId: null });
const approved = async (...languages: string[]) => {
  const { id } = await draft(...languages);
  return store.publicAnswers.approve(id, 1, SHEET, act('gus'));
};
const set = (id: string, values: object) =>
  tablesOf(store).updateTable('public_answer').set(values).where('id', '=', id).execute();
const SIGNED = { released_by: 'pia', released_at: '2025-03-01' };

describe('the database itself', () => {
  it('lets no answer begin released', async () => {
    const { problemId } = await draft('en');
    const row = await tablesOf(store)
      .selectFrom('public_answer')
      .selectAll()
      .where('problem_id', '=', problemId)
      .executeTakeFirstOrThrow();
    await expect(
      tablesOf(store)
        .insertInto('public_answer')
        .values({ ...row, id: 'other', state: 'withdrawn', withdrawn_by: 'x', withdrawn_at: 'y' })
        .execute(),
    ).rejects.toThrow('begins as a draft');
  });

  it.each([
    [
      'from a draft',
      async () => draft('en'),
      { state: 'released', approved_by: 'gus', approved_at: 'x', sheet: '{}', ...SIGNED },
    ],
    ['in two languages without a reader', async () => approved('en', 'ar'), { state: 'released', ...SIGNED }],
    [
      'by whoever approved it',
      async () => approved('en'),
      { state: 'released', ...SIGNED, released_by: 'gus' },
    ],
    ['by nobody', async () => approved('en'), { state: 'released' }],
  ])('lets none be released %s', async (_, begin, values) => {
    await expect(set((await begin()).id, values)).rejects.toThrow();
  });

  it('lets nothing that was checked be changed, but by becoming a draft without signatures', async () => {
    const { id } = await approved('en');
    const words = JSON.stringify(content('fr').words);
    for (const values of [
      { words },
      { promises: '[1]' },
      { quotes: '[1]' },
      { area_name: 'x' },
      { sheet: '{}' },
      { approved_by: 'x' },
    ])
      await expect(set(id, values), Object.keys(values)[0]).rejects.toThrow('cannot be changed');
    await expect(set(id, { state: 'draft', words })).rejects.toThrow();
    await expect(store.publicAnswers.rewrite(id, 2, content('fr'), act('sada'))).resolves.toMatchObject({
      state: 'draft',
      approved: null,
    });
  });

  it('keeps what was released: not deleted, not changed, not signed anew, struck by a correction alone', async () => {
    const { id } = await approved('en');
    await store.publicAnswers.release(id, 2, act('pia'));
    await expect(tablesOf(store).deleteFrom('public_answer').where('id', '=', id).execute()).rejects.toThrow(
      'not deleted',
    );
    for (const values of [
      { released_by: 'x' },
      { state: 'draft' },
      { state: 'corrected' },
      { words: '{"languages":[1]}' },
    ])
      await expect(set(id, values), JSON.stringify(values)).rejects.toThrow();
    await expect(
      set(id, { state: 'withdrawn', withdrawn_by: 'pia', withdrawn_at: 'x' }),
      'without a reason',
    ).rejects.toThrow();
  });

  it('takes a correction of what stands released, once', async () => {
    const first = await approved('en');
    const corrects = { ...about(first), corrects: first.id, correctionReason: 'A slip.' };
    await expect(
      store.publicAnswers.draft({ ...content('en'), ...corrects }, act('sada')),
    ).rejects.toMatchObject({ code: 'in_preparation' });
    await store.publicAnswers.release(first.id, 2, act('pia'));
    const second = await store.publicAnswers.draft({ ...content('en'), ...corrects }, act('sada'));
    await store.publicAnswers.approve(second.id, 1, SHEET, act('gus'));
    await store.publicAnswers.release(second.id, 2, act('pia'));
    expect(await store.publicAnswers.get(first.id)).toMatchObject({
      state: 'corrected',
      correctedBy: second.id,
    });
    await expect(
      store.publicAnswers.draft({ ...content('en'), ...corrects }, act('sada')),
    ).rejects.toMatchObject({ code: 'not_released' });
  });

  it('leaves withdrawn what was withdrawn while its correction was written', async () => {
    const first = await approved('en');
    const out = await store.publicAnswers.release(first.id, 2, act('pia'));
    const corrects = { ...about(first), corrects: first.id, correctionReason: 'A slip.' };
    const second = await store.publicAnswers.draft({ ...content('en'), ...corrects }, act('sada'));
    await store.publicAnswers.withdraw(out.id, out.version, { ...act('pia'), reason: 'At once.' });
    await store.publicAnswers.approve(second.id, 1, SHEET, act('gus'));
    await store.publicAnswers.release(second.id, 2, act('pia'));
    expect(await store.publicAnswers.get(first.id)).toMatchObject({
      state: 'withdrawn',
      correctedBy: second.id,
    });
  });
});

describe('an answer about a meeting', () => {
  const TOLD = { heard: null, decisions: [], next: null };
  const COUNTED = [{ key: 'total', concerns: ['a', 'b', 'c', 'd', 'e'] }];
  async function ofMeeting() {
    const nothing = { parentId: null, datasetId: null, sourceId: null, timezone: null };
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ] as [number, number][];
    const geometry = { type: 'Polygon' as const, coordinates: [square] };
    const input = {
      ...nothing,
      name: 'A',
      kind: 'district' as const,
      geometry,
      population: null,
      dwellings: null,
    };
    const area = await store.areas.create(input, act('sada'));
    const fields = newCommittee.parse({ name: `Committee ${made++}`, areaId: area.id });
    const committee = await store.committees.create(fields, act('sada'));
    const held = newMeeting.parse({ committeeId: committee.id, startsAt: '2025-02-27T18:00:00.000Z' });
    const { id } = await store.meetings.create(held, act('sada'));
    const about = { problemId: null, meetingId: id, corrects: null, correctionReason: '' };
    return { ...content('en'), told: TOLD, counted: COUNTED, ...about };
  }

  it('is about one thing, with what its record says', async () => {
    const input = await ofMeeting();
    const { id } = await store.publicAnswers.draft(input, act('sada'));
    expect(await store.publicAnswers.get(id)).toMatchObject({
      problemId: null,
      meetingId: input.meetingId,
      told: TOLD,
    });
    expect(await store.publicAnswers.list({ meetingId: input.meetingId })).toHaveLength(1);
    await expect(store.publicAnswers.draft(input, act('sada'))).rejects.toMatchObject({
      code: 'in_preparation',
    });
    const { problemId } = await draft('en');
    for (const values of [{ problem_id: problemId }, { meeting_id: null }, { told: null }])
      await expect(set(id, values), JSON.stringify(values)).rejects.toThrow();
  });

  it('keeps what was counted once it was checked, and knows it as soon as it is out', async () => {
    const { id } = await store.publicAnswers.draft(await ofMeeting(), act('sada'));
    await store.publicAnswers.approve(id, 1, SHEET, act('gus'));
    for (const values of [{ told: '{}' }, { counted: '[1]' }])
      await expect(set(id, values), JSON.stringify(values)).rejects.toThrow('cannot be changed');
    expect(await store.publicAnswers.countedBefore()).toEqual([]);
    const out = await store.publicAnswers.release(id, 2, act('pia'));
    const before = COUNTED.map((one) => ({ ...one, release: id }));
    expect(await store.publicAnswers.countedBefore()).toEqual(before);
    // Whoever read it can subtract, whatever became of it.
    await store.publicAnswers.withdraw(id, out.version, { ...act('pia'), reason: 'A slip.' });
    expect(await store.publicAnswers.countedBefore()).toEqual(before);
  });
});
