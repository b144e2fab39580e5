import type { Attendance } from '../../../api/meetings.ts';
import { TALLY_ROWS } from '../sheets/tally-sheet.tsx';
import type { Cells } from './sheet-draft.ts';
import { figureIn } from './typed-figure.ts';

export const COUNT = 'count';
const NOBODY = { f: 0, m: 0, unsaid: 0 };
const ROW_IDS = TALLY_ROWS.flatMap(({ rows }) => rows.map(({ id }) => id));

export type TallyFault = 'no_number' | 'more_than_public';

/** What stands in the fields of an attendance, by the rows of the sheet. */
export function figuresOf(attendance: Attendance | null): Record<string, number | null> {
  const of = (id: string): number | null => {
    const [group, field] = id.split('.');
    const counts: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
      members: attendance?.members ?? {},
      police: attendance?.police ?? {},
      public: attendance?.public ?? {},
    };
    return counts[group]?.[field] ?? null;
  };
  return Object.fromEntries(ROW_IDS.map((id) => [id, of(id)]));
}

/** The attendance that the typed rows come to; an empty row is nobody, but of disabled people it is not counted. */
export function attendanceOf(cells: Cells, before: Attendance | null): Attendance {
  const figure = (id: string) => figureIn(cells[id]?.[COUNT]) ?? 0;
  const bySex = (group: string) => ({
    f: figure(`${group}.f`),
    m: figure(`${group}.m`),
    unsaid: figure(`${group}.unsaid`),
  });
  return {
    members: { ...NOBODY, ...bySex('members') },
    police: { ...NOBODY, ...bySex('police') },
    public: {
      ...bySex('public'),
      youth: figure('public.youth'),
      older: figure('public.older'),
      disabled: figureIn(cells['public.disabled']?.[COUNT]),
    },
    organisationIds: before?.organisationIds ?? [],
  };
}

/** What is wrong with each row. */
export function tallyFaults(cells: Cells): Record<string, TallyFault> {
  const { public: of } = attendanceOf(cells, null);
  const all = of.f + of.m + of.unsaid;
  return Object.fromEntries(
    ROW_IDS.flatMap((id): [string, TallyFault][] => {
      const figure = figureIn(cells[id]?.[COUNT]);
      if (Number.isNaN(figure)) return [[id, 'no_number']];
      const isAmong = /^public\.(youth|older|disabled)$/.test(id);
      return isAmong && (figure ?? 0) > all ? [[id, 'more_than_public']] : [];
    }),
  );
}

export const everybodyIn = ({ members, police, public: of }: Attendance): number =>
  [members, police, of].reduce((sum, one) => sum + one.f + one.m + one.unsaid, 0);
