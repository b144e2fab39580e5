import { describe, expect, it } from 'vitest';
import { faultOf, newConcern } from '../../../server/domain/concern.ts';

const whole = newConcern.parse({
  receivedOn: '2026-03-01',
  channel: 'box',
  summary: 'Robbed at the stop',
  contact: 'a phone',
  consent: { answerMe: true, contactMe: false, publishSummary: false },
});

describe('a concern can be taken in', () => {
  it('when nothing speaks against it', () => {
    expect(faultOf(whole, '2026-03-01')).toBeNull();
    expect(faultOf({ ...whole, contact: '', reporterType: 'anonymous' }, '2026-03-01')).toBeNull();
  });

  it.each([
    [{ receivedOn: '2026-03-02' }, 'received_in_future'],
    [{ summary: '' }, 'no_summary'],
    [{ occurredFrom: '2026-02-02T00:00:00Z', occurredTo: '2026-02-01T23:59:00Z' }, 'ends_before_it_begins'],
    [{ reporterType: 'anonymous' as const }, 'anonymous_with_contact'],
    [{ consent: { answerMe: false, contactMe: false, publishSummary: true } }, 'contact_without_consent'],
  ])('but not with %o: %s', (change, fault) => {
    expect(faultOf({ ...whole, ...change }, '2026-03-01')).toBe(fault);
  });
});
