import { createIntl, type MessageDescriptor } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { AGENDA_ITEM_WORDS } from '../../../../../client/agenda-item-words.ts';
import { STATE_WORDS } from '../../../../../client/commitment-words.ts';
import { TALLY_GROUP_WORDS } from '../../../../../client/tally-words.ts';
import { VERDICT_WORDS } from '../../../../../client/verdict-words.ts';
import { WALL_LANGUAGES, wallIntl } from '../../../../../client/views/meetings/show/wall-language.tsx';
import {
  FACT_WORDS,
  QUESTION_WORDS,
  TOLD_WORDS,
  UNDRAWN_WORDS,
  WALL_WORDS,
} from '../../../../../client/views/meetings/show/wall-words.ts';

const shown = createIntl({ locale: 'en-GB', defaultLocale: 'en', onError: () => {} });
const all: MessageDescriptor[] = [
  WALL_WORDS,
  FACT_WORDS,
  QUESTION_WORDS,
  TOLD_WORDS,
  UNDRAWN_WORDS,
  STATE_WORDS,
  VERDICT_WORDS,
  TALLY_GROUP_WORDS,
  AGENDA_ITEM_WORDS,
].flatMap((words) => Object.values(words));

const GIVEN =
  'place all title minutes state done left at count days gate stage earlier from to side date organisation outcome partly notDone n value of direction day hour group theirs count kind answer voices points'.split(
    ' ',
  );
/** Which values a text is put together with. */
const valuesOf = (text: string) => GIVEN.filter((name) => new RegExp(`\\{${name}[,}]`).test(text));

describe('the words of the wall', () => {
  it.each(WALL_LANGUAGES.filter((language) => language !== 'en'))('are all there in %s', (language) => {
    const messages = wallIntl(shown, language)?.messages ?? {};
    for (const { id, defaultMessage } of all) {
      const text = messages[String(id)];
      expect(text, String(id)).toBeTypeOf('string');
      expect(valuesOf(String(text)), String(id)).toEqual(valuesOf(String(defaultMessage)));
    }
  });

  it('can be put together in each language, whatever the numbers are', () => {
    const wrong: unknown[] = [];
    const values = {
      done: 3,
      partly: 1,
      notDone: 0,
      left: 2,
      days: 4,
      count: 5,
      n: 12,
      of: 3.4,
      value: -1,
      direction: 'down',
    };
    for (const language of WALL_LANGUAGES) {
      const intl = createIntl({
        locale: language,
        messages: wallIntl(shown, language)?.messages ?? {},
        onError: (error) => {
          if (error.code !== 'MISSING_TRANSLATION' || language !== 'en') wrong.push(error);
        },
      });
      for (const word of all) {
        const text = intl.formatMessage(word, {
          ...values,
          ...{
            title: 'T',
            at: 'A',
            from: 'F',
            to: 'Z',
            date: 'D',
            organisation: 'O',
            day: 'Friday',
            hour: '22:00',
          },
          ...{ place: 1, all: 2, minutes: 5, side: 500, earlier: 7, outcome: 'verified', state: 'planned' },
          ...{ count: 3, kind: 'here', answer: 'yes', voices: 6, points: 4 },
          ...{ stage: 'analysis', gate: 'to_analysis', group: 'g', theirs: 't' },
        });
        expect(text, String(word.id)).not.toMatch(/[{}]/);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are those of the browser where the language is its own, and none in a language without words', () => {
    expect(wallIntl(shown, 'en')).toBe(shown);
    expect(wallIntl(shown, 'sw')).toBeNull();
    expect(wallIntl(shown, 'ar-SD')?.formatMessage(VERDICT_WORDS.partly)).toBe('جزئياً');
  });
});
