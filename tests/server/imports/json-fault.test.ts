import { describe, expect, it } from 'vitest';
import { lineOfJsonFault } from '../../../server/imports/json-fault.ts';

describe('lineOfJsonFault', () => {
  it.each<[string, string, number]>([
    ['two commas', '{\n"features": [\n{},,\n{}\n]\n}\n', 3],
    ['a comma before the end of a list', '[\n1,\n]\n\n\n', 3],
    ['a comma before the end of an object', '{\n"a": 1,\n}\n\n', 3],
    ['a word that is none', '{\n"a": [1,\nNaN,\n2]}\n', 3],
    ['a number that is none', '[1,\n01]\n\n', 2],
    ['a missing colon', '{"a"\n1}\n', 2],
    ['a name without quotes', '{\na: 1}\n\n', 2],
    ['the wrong bracket', '[{"a": 1\n]\n}\n', 2],
    ['a text over two lines', '{"a": "x\ny"}\n\n', 1],
    ['an end too early', '{"a": [1,\n2', 2],
    ['text after the end', '{}\n{}\n\n', 2],
  ])('finds %s', (_, text, line) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(lineOfJsonFault(text)).toBe(line);
  });

  it('gets past texts with every kind of escape, and deep nesting', () => {
    const good = JSON.stringify({ 'a"\\\n\u2028': ['\u0007', -1.5e-9, true, null, {}, [], [[]]] }, null, 1);
    const lines = good.split('\n').length;
    expect(lineOfJsonFault(`${good.slice(0, -1)},}`)).toBe(lines);
    expect(lineOfJsonFault(`\n${'['.repeat(200_000)}`)).toBe(2);
    expect(lineOfJsonFault(`{"a": "${'x'.repeat(5_000_000)}",\n,}`)).toBe(2);
  });
});
