import { expect, test } from 'vitest';
import { evaluate } from '../../../../client/map/printing/expression.ts';

const at = (zoom: number, properties: Record<string, unknown> = {}, geometryType = 'Point') => ({
  zoom,
  geometryType,
  properties,
});

// What the style specification of MapLibre says of each word.
test('values, properties and the kind of geometry', () => {
  expect(evaluate('#123456', at(3))).toBe('#123456');
  expect(evaluate(['get', 'rank'], at(3, { rank: 2 }))).toBe(2);
  expect(evaluate(['get', 'rank'], at(3))).toBeUndefined();
  expect(evaluate(['literal', ['a', 'b']], at(3))).toEqual(['a', 'b']);
  expect(evaluate(['==', ['geometry-type'], 'Point'], at(3))).toBe(true);
  expect(evaluate(['coalesce', ['get', 'radius'], 5], at(3))).toBe(5);
});

test('choices', () => {
  const match = ['match', ['get', 'kind'], 'hit', 'red', ['idle', 'missed'], 'blue', 'none'];
  expect(evaluate(match, at(3, { kind: 'hit' }))).toBe('red');
  expect(evaluate(match, at(3, { kind: 'missed' }))).toBe('blue');
  expect(evaluate(match, at(3))).toBe('none');
  const choice = ['case', ['get', 'strong'], 2, ['>', ['get', 'z'], 3], 1, 0];
  expect(evaluate(choice, at(3, { strong: true }))).toBe(2);
  expect(evaluate(choice, at(3, { strong: false, z: 4 }))).toBe(1);
  expect(evaluate(choice, at(3, { strong: false, z: 3 }))).toBe(0);
});

test('conditions', () => {
  const filter = ['all', ['!', ['in', ['geometry-type'], ['literal', ['Point']]]], ['!=', ['get', 'id'], 7]];
  expect(evaluate(filter, at(3, { id: 1 }, 'LineString'))).toBe(true);
  expect(evaluate(filter, at(3, { id: 7 }, 'LineString'))).toBe(false);
  expect(evaluate(filter, at(3, { id: 1 }))).toBe(false);
  expect(evaluate(['any', false, ['==', 1, 1]], at(3))).toBe(true);
});

test('steps and ramps of the zoom', () => {
  const step = ['step', ['zoom'], '', 11, ['get', 'text']];
  expect(evaluate(step, at(10.9, { text: 'A' }))).toBe('');
  expect(evaluate(step, at(11, { text: 'A' }))).toBe('A');
  const linear = ['interpolate', ['linear'], ['zoom'], 10, 2, 14, 10];
  expect([9, 10, 11, 14, 20].map((zoom) => evaluate(linear, at(zoom)))).toEqual([2, 2, 4, 10, 10]);
  // (2^1 - 1) / (2^2 - 1) of the way.
  expect(evaluate(['interpolate', ['exponential', 2], ['zoom'], 10, 0, 12, 3], at(11))).toBeCloseTo(1);
  expect(evaluate(['*', 0.5, ['get', 'radius']], at(3, { radius: 8 }))).toBe(4);
});

test('an unknown word says nothing, so that the default holds', () => {
  expect(evaluate(['within', {}], at(3))).toBeUndefined();
});
