import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  FAMILIES,
  libraryCard,
  OTHER_FAMILIES,
  SITUATIONAL_FAMILIES,
} from '../../server/domain/response-card.ts';
import { TRIANGLE_SIDES } from '../../server/domain/triangle-side.ts';
import { readResponseCards } from '../../server/response-cards.ts';

const FOLDER = join(import.meta.dirname, '../../data/response-cards');

/** Cornish and Clarke (2003), with the standard names of the techniques. */
const TECHNIQUES: Readonly<Record<(typeof SITUATIONAL_FAMILIES)[number], readonly string[]>> = {
  increase_effort: [
    'Target harden',
    'Control access to facilities',
    'Screen exits',
    'Deflect offenders',
    'Control tools and weapons',
  ],
  increase_risks: [
    'Extend guardianship',
    'Assist natural surveillance',
    'Reduce anonymity',
    'Utilize place managers',
    'Strengthen formal surveillance',
  ],
  reduce_rewards: [
    'Conceal targets',
    'Remove targets',
    'Identify property',
    'Disrupt markets',
    'Deny benefits',
  ],
  reduce_provocations: [
    'Reduce frustrations and stress',
    'Avoid disputes',
    'Reduce emotional arousal and temptation',
    'Neutralize peer pressure',
    'Discourage imitation',
  ],
  remove_excuses: [
    'Set rules',
    'Post instructions',
    'Alert conscience',
    'Assist compliance',
    'Control drugs and alcohol',
  ],
};

const cards = readResponseCards();

describe('the library of response cards', () => {
  it('fits its schema, field by field', () => {
    for (const name of readdirSync(FOLDER))
      for (const card of JSON.parse(readFileSync(join(FOLDER, name), 'utf8')).cards)
        expect(libraryCard.safeParse(card).error?.issues, card.id).toBeUndefined();
  });

  it('has the 25 techniques with their names, in their order and columns', () => {
    const numbered = cards.filter(({ number }) => number !== null);
    expect(numbered.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    const expected = SITUATIONAL_FAMILIES.flatMap((family) =>
      TECHNIQUES[family].map((title) => ({ family, title })),
    );
    expect(numbered.map(({ family, title }) => ({ family, title }))).toEqual(expected);
  });

  it('has a card of every other family, after them', () => {
    expect(
      cards
        .slice(25)
        .map(({ family }) => family)
        .sort(),
    ).toEqual([...OTHER_FAMILIES].sort());
    expect(new Set(cards.map(({ family }) => family)).size).toBe(FAMILIES.length);
  });

  it('calls no two cards the same', () => {
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    expect(new Set(cards.map(({ title }) => title)).size).toBe(cards.length);
  });

  it('gives several ways to work on every side of the triangle', () => {
    for (const side of TRIANGLE_SIDES)
      expect(cards.filter(({ sides }) => sides.includes(side)).length, side).toBeGreaterThanOrEqual(10);
  });

  it.each(cards.map((card) => [card.id, card] as const))(
    'shows %s at work, and what it could do',
    (_, card) => {
      expect(card.examples.length).toBeGreaterThanOrEqual(2);
      expect(card.examples.length).toBeLessThanOrEqual(3);
      expect(card.harms.length).toBeGreaterThanOrEqual(1);
      expect(card.about.length).toBeGreaterThan(80);
    },
  );

  it('names no study: what it says of evidence is a judgement, and most of it is weak', () => {
    const said = cards.flatMap(({ emmie }) => Object.values(emmie));
    for (const { text } of said) expect(text).not.toMatch(/\b(19|20)\d\d\b|et al|doi/i);
    const strong = said.filter(({ evidenceQuality }) => evidenceQuality === 'high');
    expect(strong.length).toBeLessThan(said.length / 20);
  });
});
