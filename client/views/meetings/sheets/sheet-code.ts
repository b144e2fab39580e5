/**
 * What is printed on a sheet so that what is typed back finds its place: a short name of the meeting, what kind of sheet it
 * is, and where there are several of a kind, which. Letters alone and no vowels: no word, no number that looks like one to
 * call, and no O that is read as a nought.
 */

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const MEETING_LETTERS = 4;
const PART_LETTERS = 3;

const MARKS = { tally: 'T', dots: 'D', ballot: 'B', promises: 'V', survey: 'S' } as const;
export type SheetKind = keyof typeof MARKS;

/** The same letters for the same id, on every device and in every printing. */
export function shortName(id: string, length: number): string {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  let name = '';
  for (let i = 0; i < length; i++) {
    name += LETTERS[hash % LETTERS.length];
    hash = Math.floor(hash / LETTERS.length);
  }
  return name;
}

/** As KRTF-D or KRTF-BWXQ. */
export function sheetCode(meetingId: string, kind: SheetKind, of = ''): string {
  const part = of === '' ? '' : shortName(of, PART_LETTERS);
  return `${shortName(meetingId, MEETING_LETTERS)}-${MARKS[kind]}${part}`;
}

/** The letters by which one promise is known on a sheet of several. */
export const rowCode = (id: string): string => shortName(id, PART_LETTERS);

export type CodeFault = 'unreadable' | 'other_meeting';

/** What somebody read off a sheet, with or without the dash; or why it leads nowhere. */
export function readCode(meetingId: string, typed: string): string | CodeFault {
  const letters = typed.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const meeting = shortName(meetingId, MEETING_LETTERS);
  const rest = letters.slice(MEETING_LETTERS);
  const isWhole = rest.length === 1 || rest.length === 1 + PART_LETTERS;
  if (!isWhole || !Object.values<string>(MARKS).includes(rest[0])) return 'unreadable';
  return letters.startsWith(meeting) ? `${meeting}-${rest}` : 'other_meeting';
}

/** Rows of a sheet in a few characters, as in 1-3 7. */
export function rowsText(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');
}

const MOST_ROWS = 10_000;

/** Which rows of a sheet a note says were typed; none where it speaks of another sheet. */
export function rowsIn(note: string, code: string): number[] {
  const found = new RegExp(`(?<![A-Z-])${code}(?![A-Z])\\D{0,12}((?:\\d+(?:-\\d+)?\\s?)+)`).exec(note);
  return (found?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .filter((run) => run !== '')
    .flatMap((run) => {
      const [from, to = from] = run.split('-').map(Number);
      return Array.from({ length: Math.min(Math.max(to - from + 1, 0), MOST_ROWS) }, (_, i) => from + i);
    });
}
