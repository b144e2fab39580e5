import type { Item } from '../../../api/problem-parts.ts';
import { Said } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

/** People on one page. */
const ROWS_A_COPY = 25;

interface SurveySheetProps {
  readonly meeting: SheetMeeting;
  readonly code: string;
  readonly round: Item<'survey_round'>;
  readonly copies: number;
}

/** One row a person: a group and an answer to each question, and nothing by which to know them. */
export function SurveySheet({ meeting, code, round, copies }: SurveySheetProps) {
  const { questions, instrument } = round.body;
  return Array.from({ length: copies }, (_, copy) => (
    // Copies are alike but for their rows, and stand in a fixed order.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Sheet key={copy} meeting={meeting} title={<Said word={SHEET_WORDS.survey} />} code={code}>
      {instrument === '' ? null : (
        <p className={styles.small}>
          <bdi>{instrument}</bdi>
        </p>
      )}
      <ol className={styles.legend}>
        {questions.map(({ item, wording }) => (
          <li key={item}>
            <bdi>{wording}</bdi>
          </li>
        ))}
      </ol>
      <p className={styles.small}>
        <Said word={SHEET_WORDS.surveyHow} />
      </p>
      <table className={styles.table} data-count="">
        <thead>
          <tr>
            <th scope="col" className={styles.slim}>
              <Said word={SHEET_WORDS.row} />
            </th>
            <th scope="col" className={styles.slim}>
              <Said word={SHEET_WORDS.surveySex} />
            </th>
            <th scope="col" className={styles.slim}>
              <Said word={SHEET_WORDS.surveyAge} />
            </th>
            {questions.map(({ item }, i) => (
              <th key={item} scope="col">
                <Said word={SHEET_WORDS.surveyQuestion} values={{ number: i + 1 }} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: ROWS_A_COPY }, (_, i) => copy * ROWS_A_COPY + i + 1).map((row) => (
            <tr key={row} className={styles.low}>
              <td className={styles.figure}>{row}</td>
              <td />
              <td />
              {questions.map(({ item }) => (
                <td key={item} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  ));
}
