import { describe, expect, it } from 'vitest';
import { parsePreferences } from '../../client/preferences.ts';

const defaults = { theme: 'system', textSize: 'normal', motion: 'system' };

describe('parsePreferences', () => {
  it('keeps what it knows', () => {
    expect(parsePreferences('{"theme":"dark","textSize":"large","motion":"less"}')).toEqual({
      theme: 'dark',
      textSize: 'large',
      motion: 'less',
    });
  });

  it.each([null, '', 'not json', 'null', '[]', '"dark"', '{"theme":"purple"}'])(
    'falls back to the defaults on %j',
    (text) => {
      expect(parsePreferences(text)).toEqual(defaults);
    },
  );
});
