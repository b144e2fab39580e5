import { describe, expect, it } from 'vitest';
import { loggedDose } from '../../../../../client/views/problems/assessment/logged-dose.ts';

const light = { unit: 'light' as const, planned: 12 };
const visit = { unit: 'visit' as const, planned: 48 };

describe('what the dose logs of a case come to', () => {
  it('is the sum of its commitments, of none more than was planned', () => {
    const commitments = [
      { state: 'verified' as const, dose: light, delivered: 20 },
      { state: 'in_progress' as const, dose: visit, delivered: 18 },
    ];
    expect(loggedDose(commitments)).toEqual({ units: ['light', 'visit'], planned: 60, delivered: 30 });
  });

  it('leaves out what was never promised or is no longer wanted, and counts what was withdrawn as missing', () => {
    const commitments = [
      { state: 'proposed' as const, dose: light, delivered: 0 },
      { state: 'superseded' as const, dose: light, delivered: 3 },
      { state: 'withdrawn' as const, dose: visit, delivered: 0 },
    ];
    expect(loggedDose(commitments)).toEqual({ units: ['visit'], planned: 48, delivered: 0 });
  });

  it('is nothing where nothing was to be counted', () => {
    expect(loggedDose([{ state: 'agreed', dose: null, delivered: 5 }])).toBeNull();
    expect(loggedDose([])).toBeNull();
  });
});
