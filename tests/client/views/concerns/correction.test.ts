import { describe, expect, it } from 'vitest';
import type { Concern } from '../../../../client/api/concerns.ts';
import { correctionOf, draftOf, precisionsFor } from '../../../../client/views/concerns/correction.ts';

const CONCERN = {
  receivedOn: '2025-03-01',
  channel: 'meeting',
  language: 'en',
  summary: 'Threatened at the stop',
  detail: '',
  categoryId: null,
  occurredFrom: '2025-02-01T00:00:00.000Z',
  occurredTo: null,
  frequency: 'weekly',
  affectedGroups: ['women'],
  harms: ['fear'],
  reporterType: 'resident',
  onBehalf: false,
  consent: { answerMe: true, contactMe: false, publishSummary: false },
  precision: 'street',
  chosenBy: 'reporter',
} as unknown as Concern;

describe('a correction of a concern', () => {
  const before = draftOf(CONCERN, 'UTC');

  it('is nothing while nothing was changed', () => {
    expect(correctionOf(before, before, 'UTC', false)).toEqual({});
  });

  it('has what was changed and nothing else', () => {
    const after = { ...before, summary: 'Robbed at the stop', frequency: 'daily' as const, to: '2025-02-20' };
    expect(correctionOf(before, after, 'UTC', false)).toEqual({
      summary: 'Robbed at the stop',
      frequency: 'daily',
      occurredTo: '2025-02-20T00:00:00.000Z',
    });
  });

  it('has the place only when it is told anew, as the word of staff', () => {
    const after = { ...before, place: { ...before.place, position: [10, 50] as [number, number] } };
    expect(correctionOf(before, after, 'UTC', false)).toEqual({});
    expect(correctionOf(before, after, 'UTC', true)).toEqual({
      place: { precision: 'street', chosenBy: 'staff', position: [10, 50], areaId: null },
    });
    expect(correctionOf(before, before, 'UTC', true)).toEqual({ place: null });
  });

  it('offers no finer precision than was chosen', () => {
    expect(precisionsFor(CONCERN)).toEqual(['street', 'block_cell', 'neighbourhood', 'district_only']);
    expect(precisionsFor({ chosenBy: 'staff', precision: 'district_only' })).toHaveLength(5);
  });
});
