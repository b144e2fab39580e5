import type { MessageDescriptor } from 'react-intl';
import { Said } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

interface TallyGroup {
  readonly name: 'members' | 'police' | 'public' | 'among';
  readonly word: MessageDescriptor;
  readonly rows: readonly { readonly id: string; readonly word: MessageDescriptor }[];
}

const SEXES = (of: string) => [
  { id: `${of}.f`, word: SHEET_WORDS.women },
  { id: `${of}.m`, word: SHEET_WORDS.men },
  { id: `${of}.unsaid`, word: SHEET_WORDS.unsaid },
];

/** The groups of those who are there, in the order of the rows on paper: their ids are the fields of an attendance. */
export const TALLY_ROWS: readonly TallyGroup[] = [
  { name: 'members', word: SHEET_WORDS.tallyMembers, rows: SEXES('members') },
  { name: 'police', word: SHEET_WORDS.tallyPolice, rows: SEXES('police') },
  { name: 'public', word: SHEET_WORDS.tallyPublic, rows: SEXES('public') },
  {
    name: 'among',
    word: SHEET_WORDS.tallyAmong,
    rows: [
      { id: 'public.youth', word: SHEET_WORDS.youth },
      { id: 'public.older', word: SHEET_WORDS.older },
      { id: 'public.disabled', word: SHEET_WORDS.disabled },
    ],
  },
];

/** Boxes for strokes, in fives. */
const FIVES = [0, 1, 2, 3, 4];
const A_LINE = [0, 1, 2, 3];
const TWO_LINES = [0, 1, 2, 3, 4, 5, 6, 7];

/** Strokes by group: there is no line for a name. */
export function TallySheet({ meeting, code }: { readonly meeting: SheetMeeting; readonly code: string }) {
  let number = 0;
  return (
    <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.tally} />} code={code}>
      <p>
        <Said word={SHEET_WORDS.tallyHow} />
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.slim}>
              <Said word={SHEET_WORDS.row} />
            </th>
            <th scope="col">
              <Said word={SHEET_WORDS.tallyGroup} />
            </th>
            <th scope="col">
              <Said word={SHEET_WORDS.tallyStrokes} />
            </th>
            <th scope="col" className={styles.count}>
              <Said word={SHEET_WORDS.tallyCount} />
            </th>
          </tr>
        </thead>
        {TALLY_ROWS.map(({ name, word, rows }) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={4} className={styles.groupHead}>
                <Said word={word} />
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.id} className={styles.tall}>
                <td className={styles.figure}>{++number}</td>
                <td>
                  <Said word={row.word} />
                </td>
                <td>
                  <Strokes fives={name === 'public' ? TWO_LINES : A_LINE} />
                </td>
                <td className={styles.box} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Sheet>
  );
}

function Strokes({ fives }: { readonly fives: readonly number[] }) {
  return (
    <span className={styles.strokes} aria-hidden>
      {fives.map((five) => (
        <span key={five} className={styles.five}>
          {FIVES.map((box) => (
            <span key={box} className={styles.tick} />
          ))}
        </span>
      ))}
    </span>
  );
}
