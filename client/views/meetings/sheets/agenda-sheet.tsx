import type { AgendaItem } from '../../../api/meetings.ts';
import { InEach, itemOnPaper, Said, whenOnPaper } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

interface AgendaSheetProps {
  readonly meeting: SheetMeeting & { readonly place: string; readonly endsAt: string | null };
  readonly items: readonly AgendaItem[];
}

/** What is talked about, for the table and the door. */
export function AgendaSheet({ meeting, items }: AgendaSheetProps) {
  const isTimed = items.some(({ minutes }) => minutes !== null);
  return (
    <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.agenda} />}>
      <dl className={styles.facts}>
        <dt>
          <Said word={SHEET_WORDS.when} />
        </dt>
        <dd>
          <InEach text={(pen) => whenOnPaper(pen, meeting.startsAt, meeting.endsAt)} />
        </dd>
        {meeting.place === '' ? null : (
          <>
            <dt>
              <Said word={SHEET_WORDS.where} />
            </dt>
            <dd>
              <bdi>{meeting.place}</bdi>
            </dd>
          </>
        )}
      </dl>
      {items.length === 0 ? (
        <p>
          <Said word={SHEET_WORDS.agendaNone} />
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.slim}>
                <Said word={SHEET_WORDS.number} />
              </th>
              <th scope="col">
                <Said word={SHEET_WORDS.agendaItem} />
              </th>
              {isTimed ? (
                <th scope="col" className={styles.slim}>
                  <Said word={SHEET_WORDS.agendaMinutes} />
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {items.map((item, i) => (
              <tr key={item.id}>
                <td className={styles.figure}>{i + 1}</td>
                <td>
                  <InEach text={(pen) => itemOnPaper(pen, item)} />
                </td>
                {isTimed ? <td className={styles.figure}>{item.minutes}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
}
