import { describe, expect, it } from 'vitest';
import { filterParts } from '../../client/filter-parts.ts';

const names = {
  datasets: new Map([[1, 'Reports 2024']]),
  categories: new Map([
    [3, 'Burglary'],
    [4, 'Theft'],
  ]),
  areas: new Map([[9, 'Eastbrook']]),
};
const square: [number, number][] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

describe('filterParts', () => {
  it('has no parts when everything is meant', () => {
    expect(filterParts({}, names)).toEqual([]);
    expect(filterParts({ categories: [], areas: [] }, names)).toEqual([]);
  });

  it('names every part in the order a person would say it', () => {
    const filter = {
      datasets: [1],
      categories: [4, 3],
      areas: [9],
      geometry: { type: 'Polygon' as const, coordinates: [square] },
      from: '2024-01-01T00:00:00Z',
      to: '2025-01-01T00:00:00Z',
    };
    expect(filterParts(filter, names)).toEqual([
      { part: 'categories', names: ['Theft', 'Burglary'], unknown: 0 },
      { part: 'areas', names: ['Eastbrook'], unknown: 0 },
      { part: 'shape' },
      { part: 'datasets', names: ['Reports 2024'], unknown: 0 },
      { part: 'period', from: '2024-01-01T00:00:00Z', to: '2025-01-01T00:00:00Z' },
    ]);
  });

  it('counts what is gone instead of hiding it', () => {
    expect(filterParts({ categories: [3, 77] }, names)).toEqual([
      { part: 'categories', names: ['Burglary'], unknown: 1 },
    ]);
  });

  it('says a period that is open at one end', () => {
    expect(filterParts({ to: '2025-01-01T00:00:00Z' }, names)).toEqual([
      { part: 'period', from: null, to: '2025-01-01T00:00:00Z' },
    ]);
  });
});
