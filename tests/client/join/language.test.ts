import { describe, expect, it } from 'vitest';
import { bestOf, directionOf, ownLanguage, said } from '../../../client/join/language.ts';

describe('the language on a telephone', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-YE', 'rtl'],
    ['fa', 'rtl'],
    ['ur', 'rtl'],
    ['en', 'ltr'],
    ['fr-CA', 'ltr'],
  ])('%s runs %s', (language, direction) => expect(directionOf(language)).toBe(direction));

  it('is the one that suits best of those of the meeting', () => {
    expect(bestOf(['en', 'ar'], 'ar-YE')).toBe('ar');
    expect(bestOf(['en', 'ar'], 'fr')).toBe('en');
    expect(bestOf([], 'fr')).toBe('en');
  });

  it('is what the telephone is set to, as far as it can be said', () => {
    expect(ownLanguage(['x-klingon', 'ar-EG'])).toBe('ar-EG');
    expect(ownLanguage([])).toBe('en');
  });

  it('gives each text in its own language', () => {
    expect(said('Lamps', { ar: 'مصابيح' }, 'ar-YE', 'en')).toEqual({ text: 'مصابيح', language: 'ar' });
    expect(said('Lamps', { ar: 'مصابيح' }, 'fr', 'en')).toEqual({ text: 'Lamps', language: 'en' });
  });
});
