import { describe, expect, it } from 'vitest';
import { spanOfChange } from '../../../../../../client/views/map/methods/trend/period-names.ts';

describe('the span a change is told for', () => {
  it('is a cycle of seasons once there is a whole one', () => {
    expect(spanOfChange('month', 24)).toEqual({ periods: 12, name: 'year' });
    expect(spanOfChange('week', 60)).toEqual({ periods: 52, name: 'year' });
    expect(spanOfChange('quarter', 8)).toEqual({ periods: 4, name: 'year' });
    expect(spanOfChange('day', 40)).toEqual({ periods: 7, name: 'week' });
  });

  it('is one period before that', () => {
    expect(spanOfChange('week', 14)).toEqual({ periods: 1, name: 'week' });
    expect(spanOfChange('month', 11)).toEqual({ periods: 1, name: 'month' });
  });
});
