import { describe, expect, it } from 'vitest';
import type { Run } from '../../client/api/runs.ts';
import { runAddress } from '../../client/run-address.ts';

describe('runAddress', () => {
  it('carries the filter and the view of the answer', () => {
    const run = {
      id: 'r1',
      filter: { categories: [12, 3], from: '2024-01-01T05:00:00.000Z' },
      summary: { bounds: [-75.3, 39.9, -75, 40.1] },
    } as unknown as Run;
    const address = new URL(runAddress(run), 'http://localhost');
    expect(address.searchParams.get('run')).toBe('r1');
    expect(address.searchParams.get('categories')).toBe('12,3');
    expect(address.searchParams.get('from')).toBe('2024-01-01T05:00:00.000Z');
    expect(address.searchParams.get('at')).toMatch(/^-75\.15000,40\.0/);
    expect(address.searchParams.has('to')).toBe(false);
  });

  it('asks for no view when the answer lies nowhere', () => {
    const run = { id: 'r2', filter: {}, summary: { bounds: null } } as unknown as Run;
    expect(runAddress(run)).toBe('/?panel=questions&run=r2');
  });
});
