import { describe, expect, it } from 'vitest';
import { pageRules, quoted } from '../../../client/documents/page-rules.ts';

const head = {
  ref: 'DEM-2024-01',
  title: 'Thefts at the stops',
  confidentiality: 'Internal',
  workspace: 'Demo District',
};

describe('head and foot of a printed page', () => {
  it('change sides with the direction of the language', () => {
    const ltr = pageRules({ ...head, direction: 'ltr' });
    expect(ltr).toContain('@top-left { content: "DEM-2024-01 · Thefts at the stops"');
    expect(ltr).toContain('@bottom-right { content: counter(page)');
    const rtl = pageRules({ ...head, direction: 'rtl' });
    expect(rtl).toContain('@top-right { content: "DEM-2024-01');
    expect(rtl).toContain('@bottom-left { content: counter(page)');
  });

  it('cannot be broken by what somebody wrote', () => {
    expect(quoted('a"; } body { display: none }')).toBe(
      '"a\\22 \\3b  \\7d  body \\7b  display\\3a  none \\7d "',
    );
    expect(quoted('back\\slash\nline')).toBe('"back\\5c slash\\a line"');
    expect(quoted('محطة')).toBe('"محطة"');
  });

  it('are short enough to stand beside each other', () => {
    expect(pageRules({ ...head, title: 'long '.repeat(60), direction: 'ltr' })).toContain('long…"');
  });
});
