import type { ConcernIntake, TakenIn } from './concern-intake.ts';
import { type NewConcern, newConcern, type PaperRow } from './domain/concern.ts';
import { AppError, type FieldError, Unusable } from './errors.ts';
import type { Person } from './in-reach.ts';
import { misfit } from './openapi.ts';
import type { Act } from './store/ports.ts';

export interface RowVerdict {
  row: number;
  verdict: 'stored' | 'counted' | 'refused';
  id: string | null;
  receipt: string | null;
  code: string | null;
  errors: FieldError[];
}

/** Takes rows in one after the other, each by itself: one that is refused keeps none of the others out. */
export async function paperVerdicts(
  intake: ConcernIntake,
  person: Person,
  rows: readonly PaperRow[],
  act: () => Act,
): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = [];
  for (const [row, cells] of rows.entries()) {
    try {
      const concern = concernOfRow(cells);
      refusePersons(intake, concern);
      verdicts.push(verdictOf(row, await intake.takeIn(person, concern, act())));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const errors = error.errors.length > 0 ? [...error.errors] : [{ pointer: '', detail: error.message }];
      verdicts.push({ row, verdict: 'refused', id: null, receipt: null, code: error.code, errors });
    }
  }
  return verdicts;
}

function concernOfRow({ areaId = null, position = null, precision, ...cells }: PaperRow) {
  const found = newConcern.safeParse({ ...cells, place: placeOf(areaId, position, precision) });
  if (!found.success) throw misfit('json', found.error.issues);
  return found.data;
}

/** How exactly a pin is kept is for the person to say, as where one concern is taken in; an area is read off the slip. */
function placeOf(areaId: number | null, position: [number, number] | null, precision: PaperRow['precision']) {
  if (position !== null)
    return { precision: precision ?? 'street', chosenBy: 'reporter', position, areaId: null };
  if (areaId === null) return null;
  return { precision: precision ?? 'neighbourhood', chosenBy: 'staff', position: null, areaId };
}

function verdictOf(row: number, taken: TakenIn): RowVerdict {
  if (taken.kind === 'protected_referral')
    return { row, verdict: 'counted', id: null, receipt: null, code: null, errors: [] };
  return { row, verdict: 'stored', id: taken.concern.id, receipt: taken.receipt, code: null, errors: [] };
}

/** Nobody reads a row again before it is kept: what says who somebody is has to be said to stay. */
function refusePersons(
  { warnings }: ConcernIntake,
  { summary, detail, isProtected, wordsChecked }: NewConcern,
) {
  if (isProtected || wordsChecked) return;
  const fields = { '/summary': summary, '/detail': detail };
  const errors = Object.entries(fields).flatMap(([pointer, text]) =>
    warnings(text).some(({ kind }) => kind !== 'protected') ? [{ pointer, detail: SAYS_WHO }] : [],
  );
  if (errors.length > 0) throw new Unusable('says_who', SAYS_WHO, errors);
}

const SAYS_WHO =
  'It holds a number, an address or a name. Take it out where it is not needed, or say that you have read it.';
