import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { tooLongText } from '../../../client/ui/too-long.ts';

const intl = createIntl({ locale: 'en', onError: () => {} });

describe('a text that does not fit', () => {
  it('is told from the first sign that is too many, counted as the server counts', () => {
    expect(tooLongText(intl, { value: 'x'.repeat(20), most: 20 })).toBeUndefined();
    expect(tooLongText(intl, { value: '🚌'.repeat(10), most: 20 })).toBeUndefined();
    expect(tooLongText(intl, { value: '🚌'.repeat(11), most: 20 })).toMatch(
      /^This text has 22 characters, and at most 20 fit/,
    );
  });

  it('says how long it is, how long it may be, and what to do', () => {
    const text = tooLongText(intl, { value: 'x'.repeat(501_234), most: 20_000, instead: 'Attach it.' });
    expect(text).toBe(
      'This text has 501,234 characters, and at most 20,000 fit here. All of it is still in the field; shorten it to save it. Attach it.',
    );
  });

  it('is never told where there is no limit or no text', () => {
    expect(tooLongText(intl, { value: 'x'.repeat(1e6), most: undefined })).toBeUndefined();
    expect(tooLongText(intl, { value: undefined, most: 5 })).toBeUndefined();
  });
});
