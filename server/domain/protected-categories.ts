import { z } from 'zod';

/** Built-in scheme: data/categories/common-ground.json. */
export const categoryScheme = z.object({
  scheme: z.string(),
  version: z.int(),
  categories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      publicName: z.string(),
      parent: z.string().nullable(),
      protected: z.enum(['none', 'aggregate_only', 'never_store']),
      harmWeight: z.number().nullable(),
      /** Other scheme -> its code. */
      crosswalk: z.record(z.string(), z.string()),
      /** Language -> name. */
      names: z.record(z.string(), z.string()),
      /** Labels of files that mean this category. */
      labels: z.array(z.string()),
    }),
  ),
});

/** data/categories/protected-words.json, which explains its own format. */
export const protectedWords = z.object({
  version: z.int(),
  about: z.string(),
  languages: z.record(
    z.string(),
    z.object({
      open: z.array(z.string()),
      mixed: z.array(z.string()),
      protected: z.record(z.string(), z.array(z.string())),
      doubtful: z.array(z.string()),
    }),
  ),
  codes: z.record(z.string(), z.object({ protected: z.array(z.string()), doubtful: z.array(z.string()) })),
});

export type CategoryScheme = z.infer<typeof categoryScheme>;
export type ProtectedWords = z.infer<typeof protectedWords>;

export type LabelVerdict = 'open' | 'doubtful' | 'protected';
/** Official code lists whose protected codes are known. */
export type CodeScheme = 'ucr' | 'nibrs';

export interface CategoryGuard {
  /** What a label of a file is. A protected word anywhere in it decides. */
  classify(label: string): LabelVerdict;
  /** Whether a protected label is made of protected words and nothing else, as "Rape" is and "Rape crisis centre" is not. */
  isBareProtected(label: string): boolean;
  classifyCode(scheme: CodeScheme, code: string): LabelVerdict;
  /** Code of the built-in category a label means, or null. */
  categoryOf(label: string): string | null;
}

/** Case, accents, punctuation and the forms of Arabic letters do not make a word another word. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function createCategoryGuard(scheme: CategoryScheme, words: ProtectedWords): CategoryGuard {
  const languages = Object.values(words.languages);
  const open = phraseMatcher(languages.flatMap((language) => language.open));
  const protectedPhrases = phraseMatcher([
    ...languages.flatMap((language) => Object.values(language.protected).flat()),
    ...scheme.categories
      .filter((category) => category.protected !== 'none')
      .flatMap((category) => [category.name, ...category.labels, ...Object.values(category.names)]),
  ]);
  const doubtful = phraseMatcher(languages.flatMap((language) => language.doubtful));
  const mixed = new Set(languages.flatMap((language) => language.mixed).map(normaliseLabel));
  const protectedCodes = new Set(
    scheme.categories.filter((category) => category.protected !== 'none').map((category) => category.code),
  );
  const meanings = labelMeanings(scheme);
  const schemeCode = (label: string) => label.trim().toLowerCase();
  return {
    classify(label) {
      if (protectedCodes.has(schemeCode(label))) return 'protected';
      const text = normaliseLabel(label);
      if (text === '') return 'open';
      if (mixed.has(text)) return 'doubtful';
      const rest = open.without(` ${text} `);
      if (protectedPhrases.matches(rest)) return 'protected';
      return doubtful.matches(rest) ? 'doubtful' : 'open';
    },
    isBareProtected(label) {
      if (protectedCodes.has(schemeCode(label))) return true;
      const rest = open.without(` ${normaliseLabel(label)} `);
      return protectedPhrases.matches(rest) && protectedPhrases.without(rest).trim() === '';
    },
    classifyCode(codeScheme, code) {
      const list = words.codes[codeScheme];
      const plain = code.trim().toUpperCase().replace(/^0+/, '').replace(/\.0*$/, '');
      if (!list || plain === '') return 'open';
      if (list.protected.includes(plain)) return 'protected';
      return list.doubtful.includes(plain) ? 'doubtful' : 'open';
    },
    categoryOf(label) {
      return meanings.get(normaliseLabel(label)) ?? null;
    },
  };
}

function labelMeanings(scheme: CategoryScheme): Map<string, string> {
  const meanings = new Map<string, string>();
  for (const { code, name, labels, names } of scheme.categories)
    for (const label of [code, name, ...labels, ...Object.values(names)]) {
      const text = normaliseLabel(label);
      if (!meanings.has(text)) meanings.set(text, code);
    }
  return meanings;
}

export interface PhraseMatcher {
  /** `padded` is normalised text with a space before and after. */
  matches(padded: string): boolean;
  without(padded: string): string;
}

/** One expression for all phrases. Arabic words may carry their particles (and, with, to, the). */
export function phraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const sources = [...new Set(phrases)].map(phraseSource).filter((source) => source !== '');
  if (sources.length === 0) return { matches: () => false, without: (padded) => padded };
  const any = sources.join('|');
  const found = new RegExp(` (?:${any})(?= )`, 'u');
  const everywhere = new RegExp(` (?:${any})(?= )`, 'gu');
  return {
    matches: (padded) => found.test(padded),
    without: (padded) => padded.replace(everywhere, ''),
  };
}

const ARABIC_PARTICLES = '(?:[وف]?[بكل]?(?:ال)?|[وف]?لل)';

function phraseSource(phrase: string): string {
  const anyEnding = phrase.split(/\s+/).map((word) => word.endsWith('*'));
  const tokens = normaliseLabel(phrase).split(' ');
  if (tokens[0] === '') return '';
  const starred = anyEnding.length === tokens.length ? anyEnding : tokens.map(() => phrase.endsWith('*'));
  return tokens
    .map((token, i) => {
      const arabic = /\p{Script=Arabic}/u.test(token) ? ARABIC_PARTICLES : '';
      return `${arabic}${token}${starred[i] ? '[^ ]*' : ''}`;
    })
    .join(' ');
}
