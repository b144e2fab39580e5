import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import en from '../../../client/locales/en.json';

const messages: Record<string, string> = en;

describe('the English catalogue', () => {
  it('can format every text, whatever it says', () => {
    const failures: string[] = [];
    const intl = createIntl({ locale: 'en', messages, onError: (error) => failures.push(error.message) });
    for (const [id, text] of Object.entries(messages)) {
      const names = [...text.matchAll(/[{<]\s*(\w+)/g)].map(([, name]) => name);
      const tags = new Set([...text.matchAll(/<(\w+)>/g)].map(([, name]) => name));
      const values = names.map((name) => [name, tags.has(name) ? (inner: unknown) => String(inner) : 1]);
      intl.formatMessage({ id }, Object.fromEntries(values));
    }
    expect(failures).toEqual([]);
  });
});
