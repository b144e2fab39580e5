import { describe, expect, it } from 'vitest';
import {
  bestOf,
  choicesOf,
  directionOf,
  localeOf,
  ownLanguage,
  pageLanguage,
  said,
} from '../../../client/join/language.ts';

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

  it('can be any of the meeting, and any the page speaks besides', () => {
    expect(choicesOf(['ar', 'so'])).toEqual(['ar', 'so', 'en', 'fr', 'es', 'pt']);
    expect(choicesOf(['fr-CA'])).toEqual(['fr-CA', 'en', 'es', 'pt', 'ar']);
  });

  it('of the page is English where the page does not speak it', () => {
    expect([pageLanguage('ar-YE'), pageLanguage('so'), pageLanguage('pt-BR')]).toEqual(['ar', 'en', 'pt']);
  });

  it('counts and dates as the telephone is set for it', () => {
    expect(localeOf('en', ['ar-EG', 'en-GB'])).toBe('en-GB');
    expect(localeOf('ar', ['ar-MA', 'fr'])).toBe('ar-MA');
    expect(localeOf('so', ['so-SO'])).toBe('en');
    expect(localeOf('fr', ['fr-b'])).toBe('fr');
  });

  it('gives each text in its own language', () => {
    expect(said('Lamps', { ar: 'مصابيح' }, 'ar-YE', 'en')).toEqual({ text: 'مصابيح', language: 'ar' });
    expect(said('Lamps', { ar: 'مصابيح' }, 'fr', 'en')).toEqual({ text: 'Lamps', language: 'en' });
  });
});
