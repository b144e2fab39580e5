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

  it('shows no # where a number is meant: within a choice in a plural it is not replaced', () => {
    const intl = createIntl({ locale: 'en', messages });
    const shown = Object.entries(messages).flatMap(([id, text]) => {
      const names = [...text.matchAll(/[{<]\s*(\w+)/g)].map(([, name]) => name);
      // Every first choice of a selection, and every other.
      const choices = [...new Set([...text.matchAll(/(\w+) \{/g)].map(([, choice]) => choice))];
      return [...choices, 'other', 7].map((value) => {
        const plain = Object.fromEntries(names.map((name) => [name, 7]));
        const chosen = [...text.matchAll(/\{(\w+), select/g)].map(([, name]) => [name, value]);
        const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [
          name,
          (inner: unknown) => String(inner),
        ]);
        return String(
          intl.formatMessage(
            { id },
            { ...plain, ...Object.fromEntries(chosen), ...Object.fromEntries(tags) },
          ),
        );
      });
    });
    expect(shown.filter((text) => text.includes('#'))).toEqual([]);
  });
});
