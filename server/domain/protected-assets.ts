/**
 * Places that protect people and could become targets. They are never put on a map: no position of them is taken, stored
 * or given out, whoever asks. A workspace can add kinds and cannot take these away.
 */
import { normaliseLabel, phraseMatcher } from './protected-categories.ts';

export interface NeverMappedKind {
  readonly kind: string;
  readonly name: string;
}

interface BuiltInKind extends NeverMappedKind {
  /** Words that decide wherever they stand: in the kind, the name or another cell of a row. A star stands for any ending. */
  readonly words: readonly string[];
  /** Words that decide only where the kind is written: a park may be called Shelter Rock. */
  readonly kindWords: readonly string[];
}

/** The order matters where a text speaks of two kinds. */
export const NEVER_MAPPED: readonly BuiltInKind[] = [
  {
    kind: 'safe_house',
    name: 'Safe house',
    words: [
      'safe house*',
      'safehouse*',
      'witness protection hous*',
      'casa segura',
      'casas seguras',
      'maison sure',
      'lieu sur',
      'lieu d accueil securise',
      'casa rifugio',
      'schutzwohnung*',
      'nyumba salama',
      'بيت آمن',
      'بيوت آمنة',
      'البيت الآمن',
      'دار امان',
      'guvenli ev*',
    ],
    kindWords: [],
  },
  {
    kind: 'shelter',
    name: 'Shelter',
    words: [
      'women s shelter*',
      'womens shelter*',
      'woman s shelter*',
      'women shelter*',
      'domestic violence shelter*',
      'domestic abuse shelter*',
      'family violence shelter*',
      'gbv shelter*',
      'battered women*',
      'victim* shelter*',
      'survivor* shelter*',
      'emergency shelter*',
      'crisis shelter*',
      'homeless shelter*',
      'children s shelter*',
      'youth shelter*',
      'migrant shelter*',
      'refugee shelter*',
      'women s refuge*',
      'womens refuge*',
      'casa de acogida',
      'casas de acogida',
      'casa refugio',
      'albergue de mujeres',
      'albergue para mujeres',
      'casa abrigo',
      'foyer d hebergement',
      'foyer de femmes',
      'centre d hebergement d urgence',
      'frauenhaus*',
      'frauenhauser*',
      'makazi ya wanawake',
      'دار ايواء',
      'دور ايواء',
      'دار الايواء',
      'مركز ايواء',
      'ملجا نساء',
      'kadin siginma ev*',
      'siginma evi',
    ],
    kindWords: ['shelter*', 'refuge', 'refuges', 'hostel for women', 'albergue*', 'ملجا', 'ايواء'],
  },
  {
    kind: 'women_space',
    name: 'Women’s space',
    words: [
      'women s safe space*',
      'womens safe space*',
      'women and girls safe space*',
      'women s cent*',
      'womens cent*',
      'women centre*',
      'women center*',
      'women s space*',
      'womens space*',
      'rape crisis cent*',
      'one stop centre for survivors',
      'centro de la mujer',
      'centro de mujeres',
      'espace femmes',
      'maison des femmes',
      'frauenzentrum',
      'kituo cha wanawake',
      'مركز المراة',
      'مساحه امنه للنساء',
    ],
    kindWords: [],
  },
];

/** What is called a shelter and protects from rain. */
const NOT_MEANT = [
  'bus shelter*',
  'transit shelter*',
  'tram shelter*',
  'passenger shelter*',
  'waiting shelter*',
  'bike shelter*',
  'bicycle shelter*',
  'cycle shelter*',
  'picnic shelter*',
  'park shelter*',
  'rain shelter*',
  'sun shelter*',
  'storm shelter*',
  'tornado shelter*',
  'fallout shelter*',
  'bomb shelter*',
  'air raid shelter*',
  'animal shelter*',
  'dog shelter*',
  'wildlife refuge*',
  'bird refuge*',
  'traffic refuge*',
  'pedestrian refuge*',
];

/** The form in which kinds are compared and stored. */
export function kindCode(kind: string): string {
  return kind.trim().toLowerCase().replaceAll(' ', '_');
}

export interface ProtectedKinds {
  /** The kind that a text meant as a kind speaks of, or null. */
  ofKind(text: string): string | null;
  /** The kind that a name or any other text speaks of, or null. */
  ofText(text: string): string | null;
}

/** Longer texts are prose, and speak of many things. */
const LONGEST = 120;
const MOST_KEPT = 5000;

/** `own` are the kinds the workspace has added; their names and codes decide wherever they stand. */
export function protectedKinds(own: readonly NeverMappedKind[] = []): ProtectedKinds {
  const notMeant = phraseMatcher(NOT_MEANT);
  const builtIn = new Set(NEVER_MAPPED.map(({ kind }) => kind));
  const added = own
    .filter(({ kind }) => !builtIn.has(kind))
    .map(({ kind, name }) => ({ kind, words: [name], kindWords: [kind.replaceAll('_', ' ')] }));
  const rules = [...NEVER_MAPPED, ...added].map(({ kind, words, kindWords }) => ({
    kind,
    anywhere: phraseMatcher(words),
    asKind: phraseMatcher([...words, ...kindWords, kind.replaceAll('_', ' ')]),
  }));
  const find = (which: 'anywhere' | 'asKind') => {
    const known = new Map<string, string | null>();
    return (text: string): string | null => {
      if (text.length > LONGEST) return null;
      let kind = known.get(text);
      if (kind === undefined) {
        const rest = notMeant.without(` ${normaliseLabel(text)} `);
        kind = rules.find((rule) => rule[which].matches(rest))?.kind ?? null;
        if (known.size >= MOST_KEPT) known.clear();
        known.set(text, kind);
      }
      return kind;
    };
  };
  return { ofKind: find('asKind'), ofText: find('anywhere') };
}

/** Two numbers with decimals, or degrees: a position in words is a position. */
const POSITION =
  /-?\d{1,3}[.,]\d{3,}\D+-?\d{1,3}[.,]\d{3,}|\d{1,3}\s*°|\bgoo\.gl\/maps|maps\.app|[?&@]-?\d+\.\d+,-?\d+\.\d+/iu;

export function holdsPosition(text: string): boolean {
  return POSITION.test(text);
}
