import { describe, expect, it } from 'vitest';
import {
  isReadyToStart,
  type Option,
  optionItem,
  type RightsResult,
  rightsResult,
} from '../../../../server/domain/case/option.ts';

const BARE: Option = optionItem.parse({ title: 'Lamps' });
const YES = { lawful: 'yes', necessary: 'yes', proportionate: 'yes', nonDiscriminatory: 'yes' } as const;

describe('an option', () => {
  it.each<[Partial<Option>, RightsResult]>([
    [{}, 'open'],
    [YES, 'open'],
    [{ ...YES, reviewedBy: 'Ombudsman’s office' }, 'passed'],
    [{ ...YES, necessary: 'unsure', reviewedBy: 'x' }, 'open'],
    [{ ...YES, proportionate: 'no', reviewedBy: 'x' }, 'failed'],
    [{ nonDiscriminatory: 'no' }, 'failed'],
  ])('with %j: rights check %s', (part, result) => {
    expect(rightsResult({ ...BARE, ...part })).toBe(result);
  });

  const READY: Partial<Option> = { ownerId: 1, start: '2026-03-01', course: 'one_off' };
  it.each<[Partial<Option>, boolean]>([
    [{}, false],
    [READY, true],
    [{ ...READY, ownerId: null }, false],
    [{ ...READY, start: null }, false],
    [{ ...READY, course: 'continuous' }, false],
    [{ ...READY, course: 'continuous', doseUnit: 'visit', dosePerWeek: 3 }, true],
  ])('with %j can begin: %s', (part, ready) => {
    expect(isReadyToStart({ ...BARE, ...part })).toBe(ready);
  });
});
