import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { misfit } from '../../server/openapi.ts';

const schema = z
  .object({
    name: z.string().max(5, 'Must be short.'),
    'a/b~c': z.number(),
    list: z.array(z.object({ n: z.int() })),
  })
  .strict();

function errorsOf(target: string, input: unknown) {
  const result = schema.safeParse(input);
  return result.success ? [] : misfit(target, result.error.issues).errors;
}

describe('misfit', () => {
  it('names each field by JSON pointer', () => {
    const errors = errorsOf('json', { name: 'too long', 'a/b~c': 'x', list: [{ n: 1 }, { n: 1.5 }] });
    expect(errors.map((error) => error.pointer)).toEqual(['/name', '/a~1b~0c', '/list/1/n']);
    expect(errors[0].detail).toBe('Must be short.');
  });

  it('says where fields outside the body are', () => {
    expect(errorsOf('query', { name: 'too long', 'a/b~c': 1, list: [] })[0].pointer).toBe('/query/name');
  });

  it('does not repeat fields it does not know', () => {
    const errors = errorsOf('json', { name: 'x', 'a/b~c': 1, list: [], 'my secret': 1 });
    expect(errors).toEqual([{ pointer: '', detail: 'Has fields that are not known here.' }]);
  });

  it('stops at twenty', () => {
    const list = Array.from({ length: 50 }, () => ({ n: 'x' }));
    expect(errorsOf('json', { name: 'x', 'a/b~c': 1, list })).toHaveLength(20);
  });
});
