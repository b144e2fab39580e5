import { describe, expect, it } from 'vitest';
import { type RunRequestInput, runRequest } from '../../../server/jobs/contract.ts';
import { runKey, tidyFilter } from '../../../server/jobs/run-key.ts';

const key = (input: RunRequestInput, version = 1, data: Record<string, number> = { '1': 2, '4': 1 }) => {
  const request = runRequest.parse(input);
  return runKey({ ...request, filter: tidyFilter(request.filter) }, version, data);
};
const gi: RunRequestInput = { method: 'local-gi-star' };

describe('runKey', () => {
  it('is the same for the same question, however it is written', () => {
    expect(key({ ...gi, parameters: { level: 0.05 }, filter: {} })).toBe(key(gi));
    expect(key({ ...gi, filter: { categories: [3, 1, 3], datasets: [4] } })).toBe(
      key({ ...gi, filter: { datasets: [4], categories: [1, 3] } }),
    );
    expect(key(gi, 1, { '4': 1, '1': 2 })).toBe(key(gi));
  });

  it('is another for another method, parameter, filter, method version or data version', () => {
    const keys = [
      key(gi),
      key({ method: 'kernel-density' }),
      key({ ...gi, parameters: { level: 0.01 } }),
      key({ ...gi, filter: { categories: [1] } }),
      key({ ...gi, filter: { areas: [1] } }),
      key(gi, 2),
      key(gi, 1, { '1': 3, '4': 1 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
