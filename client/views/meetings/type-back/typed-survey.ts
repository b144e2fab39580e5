import type { ItemBodies } from '../../../api/problem-parts.ts';
import { type Cells, isEmptyRow } from './sheet-draft.ts';
import { figureIn } from './typed-figure.ts';

type Round = ItemBodies['survey_round'];
type Question = Round['questions'][number];
type Answer = Question['answers'][number];
type Group = Answer['group'];

export type SurveyFault = 'no_sex' | 'no_age' | 'no_answer';

export interface TypedPerson {
  readonly row: number;
  /** Somebody belongs to one group by sex and one by age. */
  readonly groups: readonly Group[];
  /** Yes or no by question; left out where there was no answer. */
  readonly answers: Readonly<Record<string, boolean>>;
  readonly fault: SurveyFault | null;
}

export const SEX = 'sex';
export const AGE = 'age';
const SEXES: readonly Group[] = ['women', 'men'];
const AGES: readonly Group[] = ['under_25', 'from_25_to_59', 'from_60'];

export function typedPeople(questions: readonly Question[], cells: Cells): TypedPerson[] {
  return Object.entries(cells)
    .filter(([, of]) => !isEmptyRow(of))
    .map(([row, of]) => personOf(questions, Number(row), of))
    .sort((a, b) => a.row - b.row);
}

function personOf(
  questions: readonly Question[],
  row: number,
  cells: Readonly<Record<string, string>>,
): TypedPerson {
  const [sex, age] = [groupIn(SEXES, cells[SEX]), groupIn(AGES, cells[AGE])];
  const read = questions.map(({ item }) => [item, figureIn(cells[item])] as const);
  const given = read.filter(([, answer]) => answer !== null);
  const isReadable = given.every(([, answer]) => answer === 0 || answer === 1);
  const fault =
    sex === undefined
      ? 'no_sex'
      : age === undefined
        ? 'no_age'
        : !isReadable || given.length === 0
          ? 'no_answer'
          : null;
  return {
    row,
    groups: [sex, age].filter((one) => one !== undefined && one !== null),
    answers: Object.fromEntries(given.map(([item, answer]) => [item, answer === 1])),
    fault,
  };
}

/** Null: not said. Undefined: none of the codes. */
function groupIn(groups: readonly Group[], text: string | undefined): Group | null | undefined {
  const code = figureIn(text);
  if (code === null || code === 0) return null;
  return groups[code - 1];
}

/** The questions of a round with the answers of these people added to those that stand in it. */
export function withAnswers(questions: readonly Question[], people: readonly TypedPerson[]): Question[] {
  return questions.map((question) => {
    const groups = [...SEXES, ...AGES];
    const answers = groups.flatMap((group): Answer[] => {
      const before = question.answers.find((one) => one.group === group);
      const own = people.filter(
        (one) => one.groups.includes(group) && Object.hasOwn(one.answers, question.item),
      );
      const asked = (before?.asked ?? 0) + own.length;
      const yes = (before?.yes ?? 0) + own.filter(({ answers: of }) => of[question.item]).length;
      return before || own.length > 0 ? [{ group, asked, yes }] : [];
    });
    return { ...question, answers };
  });
}

/** Most answers any group of any question holds already. */
export const answersIn = (questions: readonly Question[]): number =>
  Math.max(0, ...questions.flatMap(({ answers }) => answers.map(({ asked }) => asked)));
