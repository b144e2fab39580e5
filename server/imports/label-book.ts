import {
  type CategoryGuard,
  type CodeScheme,
  type LabelVerdict,
  normaliseLabel,
} from '../domain/protected-categories.ts';
import { refuseFile } from './file-refusal.ts';

const MOST_LABELS = 2000;
const CUT_LABEL = 200;

/** One category label of the file, and what is to happen with its rows. */
export interface LabelEntry {
  readonly label: string;
  readonly verdict: LabelVerdict;
  readonly decision: 'protected' | 'open' | null;
  /** Code of the built-in category it means, or null. */
  readonly category: string | null;
  count: number;
  /** Id of the stored category; 0 until its first row is stored. */
  storedId: number;
}

export interface LabelBook {
  /** The entry of a label beside an official code; blank codes say nothing. */
  entryOf(label: string, code: string): LabelEntry;
  /** Everything seen, most frequent first. */
  entries(): LabelEntry[];
}

export interface LabelBookOptions {
  guard: CategoryGuard;
  decisions: Readonly<Record<string, 'protected' | 'open'>>;
  codeScheme: CodeScheme | null;
  /** Labels of the store's own categories that were marked as protected, normalised. */
  protectedLabels: ReadonlySet<string>;
  /** Codes of the built-in scheme that were marked as protected in this workspace. */
  protectedCodes: ReadonlySet<string>;
  /** Name of the category column, for the refusal. */
  columnName: string;
}

export function createLabelBook(options: LabelBookOptions): LabelBook {
  const { guard, decisions, codeScheme, protectedLabels, protectedCodes, columnName } = options;
  const entries = new Map<string, LabelEntry>();
  const byVerdict = new Map<string, LabelEntry>();
  const codes = new Map<string, LabelVerdict>();

  const codeVerdict = (code: string): LabelVerdict => {
    if (!codeScheme || code === '') return 'open';
    let verdict = codes.get(code);
    if (verdict === undefined) {
      verdict = guard.classifyCode(codeScheme, code);
      if (codes.size < MOST_LABELS) codes.set(ownText(code), verdict);
    }
    return verdict;
  };

  const add = (raw: string, atLeast: LabelVerdict): LabelEntry => {
    if (entries.size + byVerdict.size >= MOST_LABELS)
      throw refuseFile('too_many_categories', { column: columnName });
    const label = ownText(raw.trim().slice(0, CUT_LABEL));
    const category = guard.categoryOf(label);
    const marked = protectedLabels.has(normaliseLabel(label)) || protectedCodes.has(category ?? '');
    const own = marked ? 'protected' : guard.classify(raw);
    return {
      label,
      verdict: worse(own, atLeast),
      decision: decisions[label] ?? null,
      category,
      count: 0,
      storedId: 0,
    };
  };

  return {
    entryOf(label, code) {
      let entry = entries.get(label);
      if (!entry) {
        entry = add(label, 'open');
        entries.set(ownText(label), entry);
      }
      if (codeScheme === null) return entry;
      const byCode = codeVerdict(code);
      if (byCode === 'open' || worse(entry.verdict, byCode) === entry.verdict) return entry;
      const key = `${byCode} ${label}`;
      let stricter = byVerdict.get(key);
      if (!stricter) {
        stricter = add(label, byCode);
        byVerdict.set(ownText(key), stricter);
      }
      return stricter;
    },
    entries() {
      const all = [...entries.values(), ...byVerdict.values()].filter(({ count }) => count > 0);
      return all.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
    },
  };
}

const RANK: Record<LabelVerdict, number> = { open: 0, doubtful: 1, protected: 2 };

function worse(a: LabelVerdict, b: LabelVerdict): LabelVerdict {
  return RANK[a] >= RANK[b] ? a : b;
}

/** What happens with the rows of an entry once decisions are heard. Nothing can open a protected label. */
export function fateOf(entry: LabelEntry): 'open' | 'protected' | 'undecided' {
  if (entry.verdict === 'protected' || entry.decision === 'protected') return 'protected';
  return entry.verdict === 'doubtful' && entry.decision === null ? 'undecided' : 'open';
}

/** A copy that does not keep the block of text alive it was cut from. */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
