import { describe, expect, it } from 'vitest';
import { readEdges } from '../../../../../../client/views/map/methods/near-repeat/edges.ts';

describe('readEdges', () => {
  it.each([
    ['0, 100, 200', [0, 100, 200]],
    ['0;7 14', [0, 7, 14]],
    ['0, 0.01, 200', [0, 0.01, 200]],
    ['100', null],
    ['0, 200, 100', null],
    ['0, 0, 100', null],
    ['-1, 5', null],
    ['0, x', null],
    ['', null],
    [Array.from({ length: 14 }, (_, i) => i).join(), null],
  ])('reads %j as %j', (text, edges) => {
    expect(readEdges(text)).toEqual(edges);
  });
});
