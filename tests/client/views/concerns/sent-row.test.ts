import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../client/views/concerns/paper-line.tsx';
import { sentRow } from '../../../../client/views/concerns/sent-row.ts';

const ROW: Row = {
  key: 0,
  receivedOn: '2025-03-01',
  channel: 'paper_form',
  summary: 'Lamps out',
  categoryId: null,
  place: { how: 'area', position: null, areaId: null, precision: 'street' },
  isProtected: false,
  pathway: '',
  wordsChecked: false,
};
const AT: [number, number] = [36.8, -1.3];

describe('a row as it is sent', () => {
  it('has the mark and how exactly it may be kept, and no area beside it', () => {
    const place = { how: 'map' as const, position: AT, areaId: 7, precision: 'block_cell' as const };
    const sent = sentRow({ ...ROW, place });
    expect(sent).toMatchObject({ position: AT, precision: 'block_cell', summary: 'Lamps out' });
    expect(sent).not.toHaveProperty('areaId');
  });

  it('has the area, or no place', () => {
    expect(sentRow({ ...ROW, place: { ...ROW.place, areaId: 7 } })).toMatchObject({ areaId: 7 });
    const sent = sentRow({ ...ROW, place: { ...ROW.place, how: 'none' } });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['position']));
  });

  it('says nothing of a place when it is protected', () => {
    const place = { how: 'map' as const, position: AT, areaId: 7, precision: 'exact' as const };
    expect(sentRow({ ...ROW, place, isProtected: true, pathway: 'health' })).toEqual({
      receivedOn: '2025-03-01',
      channel: 'paper_form',
      isProtected: true,
      pathway: 'health',
    });
  });
});
