import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import type { AgendaItem } from '../../../../client/api/meetings.ts';
import { itemTitle, ruleText } from '../../../../client/views/meetings/agenda-words.ts';
import { DRAFT_RULES } from '../../../../server/domain/meeting/draft-agenda.ts';

const intl = createIntl({ locale: 'en', messages: {}, onError: () => undefined });
const said = (rule: string, reason: AgendaItem['reason'] = {}) => ruleText(intl, { rule, reason });

describe('what a rule found', () => {
  it('is a sentence for every rule, and none for what was put in by hand', () => {
    for (const rule of DRAFT_RULES)
      expect(said(rule, { organisation: 'Lamps Ltd' }), rule).toMatch(/^\S.*\S$/);
    expect(said('')).toBeNull();
  });

  it('says by how much, of whom and since when', () => {
    const late = { organisation: 'Lamps Ltd', dueOn: '2025-03-01', days: 10 };
    expect(said('commitment_overdue', late)).toBe(
      'Lamps Ltd promised it for Mar 1, 2025: overdue by 10 days',
    );
    const doubted = { organisation: 'Lamps Ltd', reports: 3, contradicted: 2 };
    expect(said('commitment_disputed', doubted)).toBe(
      'Lamps Ltd says it is done; 2 of 3 residents found otherwise',
    );
    expect(said('case_awaits_committee', { gate: 'to_analysis', alsoMissing: 1 })).toBe(
      'Ready to be taken on: the committee decides; 1 other thing is missing before it can go on',
    );
  });
});

describe('the title of an item', () => {
  const item = { kind: 'welcome', title: '', titles: {}, rule: 'standing' } as const;

  it('is as somebody wrote it, in the language of the page first, or else the words of its kind', () => {
    expect(itemTitle(intl, item)).toBe('Welcome and ground rules');
    expect(itemTitle(intl, { ...item, title: 'Good evening' })).toBe('Good evening');
    expect(itemTitle(intl, { ...item, title: 'مرحبا', titles: { en: 'Welcome all' } })).toBe('Welcome all');
    expect(itemTitle(intl, { ...item, titles: { en: '' } })).toBe('Welcome and ground rules');
  });
});
