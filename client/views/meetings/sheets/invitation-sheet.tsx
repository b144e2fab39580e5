import type { AgendaItem, OpenTo } from '../../../api/meetings.ts';
import { InEach, itemOnPaper, Said, whenOnPaper } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

/** How telephones come in while the door is open. */
export interface WayIn {
  readonly address: string;
  readonly code: string;
}

interface InvitationSheetProps {
  readonly meeting: SheetMeeting & {
    readonly title: string;
    readonly place: string;
    readonly endsAt: string | null;
    readonly openTo: OpenTo;
  };
  readonly items: readonly AgendaItem[];
  readonly wayIn: WayIn | null;
  /** An office and how to reach it, as the secretary typed it. */
  readonly ask: string;
}

const OPEN = {
  public: SHEET_WORDS.openPublic,
  members: SHEET_WORDS.openMembers,
  invited: SHEET_WORDS.openInvited,
} as const;

/** A5, for a door or a hand. */
export function InvitationSheet({ meeting, items, wayIn, ask }: InvitationSheetProps) {
  return (
    <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.invited} />} size="A5">
      {meeting.title === '' ? null : (
        <p className={styles.lead}>
          <bdi>{meeting.title}</bdi>
        </p>
      )}
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
        <dt>
          <Said word={SHEET_WORDS.openTo} />
        </dt>
        <dd>
          <Said word={OPEN[meeting.openTo]} />
        </dd>
        {ask === '' ? null : (
          <>
            <dt>
              <Said word={SHEET_WORDS.ask} />
            </dt>
            <dd>
              <bdi>{ask}</bdi>
            </dd>
          </>
        )}
      </dl>
      {items.length === 0 ? null : (
        <>
          <h3>
            <Said word={SHEET_WORDS.talkedAbout} />
          </h3>
          <ol className={styles.items}>
            {items.map((item) => (
              <li key={item.id}>
                <InEach text={(pen) => itemOnPaper(pen, item)} />
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>
        <Said word={SHEET_WORDS.takePart} />
      </h3>
      <p>
        <Said word={SHEET_WORDS.takePartCome} />
      </p>
      {wayIn ? (
        <p>
          <Said
            word={SHEET_WORDS.takePartPhone}
            values={{ address: isolated(wayIn.address), code: isolated(wayIn.code) }}
          />
        </p>
      ) : null}
      <p>
        <Said word={SHEET_WORDS.takePartPaper} />
      </p>
    </Sheet>
  );
}

/** An address runs from left to right inside any line. */
const isolated = (text: string) => `\u2066${text}\u2069`;
