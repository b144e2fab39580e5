import { describe, expect, it } from 'vitest';
import { concernOfDraft, emptyDraft } from '../../../../client/views/concerns/use-intake-draft.ts';
import { newConcern } from '../../../../server/domain/concern.ts';

const draft = { ...emptyDraft('2026-03-01', 'en'), summary: 'Robbed at the stop', contact: '0712' };

describe('what is sent of a form', () => {
  it('is what the server takes', () => {
    expect(newConcern.safeParse(concernOfDraft(draft, 'Africa/Kigali', false)).success).toBe(true);
  });

  it('of what is protected is the day, the way and the pathway alone', () => {
    const sent = concernOfDraft({ ...draft, isProtected: true, pathway: 'health' }, 'UTC', false);
    expect(sent).toEqual({
      receivedOn: '2026-03-01',
      channel: 'meeting',
      isProtected: true,
      pathway: 'health',
    });
  });

  it('has the place as it was told, and none without a mark or an area', () => {
    const place = (change: object) =>
      concernOfDraft({ ...draft, place: { ...draft.place, ...change } }, 'UTC', false).place;
    expect(place({})).toBeNull();
    expect(place({ position: [1, 2] })).toEqual({
      precision: 'street',
      chosenBy: 'reporter',
      position: [1, 2],
      areaId: null,
    });
    expect(place({ how: 'area', position: [1, 2], areaId: 7 })).toMatchObject({ position: null, areaId: 7 });
    expect(place({ how: 'none', position: [1, 2], areaId: 7 })).toBeNull();
  });

  it('has days as they begin in the zone of the workspace', () => {
    const sent = concernOfDraft({ ...draft, from: '2026-02-20', to: '' }, 'Africa/Nairobi', false);
    expect([sent.occurredFrom, sent.occurredTo]).toEqual(['2026-02-19T21:00:00.000Z', null]);
  });
});
