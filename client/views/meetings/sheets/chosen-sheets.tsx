import { FormattedMessage } from 'react-intl';
import type { Commitment } from '../../../api/commitments.ts';
import type { Meeting } from '../../../api/meetings.ts';
import { Notice } from '../../../ui/notice.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import { BallotSheets } from './ballot-sheets.tsx';
import { gridName } from './dot-grid.ts';
import { DotsSheet } from './dots-sheet.tsx';
import { InvitationSheet } from './invitation-sheet.tsx';
import { PromisesSheet } from './promises-sheet.tsx';
import type { SheetChoices, SheetName } from './sheet-choices.ts';
import { sheetCode } from './sheet-code.ts';
import styles from './sheets.module.css';
import { SurveySheet } from './survey-sheet.tsx';
import { TallySheet } from './tally-sheet.tsx';
import type { SheetSources } from './use-sheet-sources.ts';

type Printed = { readonly code: string; readonly size: 'A4' | 'A5' };

/** Every code that may be printed, with the size of its page. */
export function codesOf(meetingId: string, { ballots, rounds, ground }: SheetSources): Printed[] {
  const a4 = (code: string): Printed => ({ code, size: 'A4' });
  return [
    { code: '', size: 'A5' },
    a4(''),
    a4(sheetCode(meetingId, 'tally')),
    a4(sheetCode(meetingId, 'promises')),
    ...(ground ? [a4(sheetCode(meetingId, 'dots', gridName(ground.grid)))] : []),
    ...ballots.map(({ id }) => a4(sheetCode(meetingId, 'ballot', id))),
    ...rounds.map(({ id }) => a4(sheetCode(meetingId, 'survey', id))),
  ];
}

interface ChosenSheetsProps {
  readonly meeting: Meeting;
  readonly choices: SheetChoices;
  readonly sources: SheetSources;
  readonly promises: readonly Commitment[];
}

/** The sheets as they are printed, one after the other. */
export function ChosenSheets({ meeting, choices, sources, promises }: ChosenSheetsProps) {
  const { id, committeeName, startsAt, endsAt, place, title, openTo } = meeting;
  const of = { committee: committeeName, startsAt };
  const { sheets, copies, slips, ask } = choices;
  const { items, ballots, rounds, ground, wayIn } = sources;
  const has = (name: SheetName) => sheets.includes(name);
  return (
    <>
      {has('invitation') ? (
        <InvitationSheet
          meeting={{ ...of, title, place, endsAt, openTo }}
          items={items}
          wayIn={wayIn}
          ask={ask.trim()}
        />
      ) : null}
      {has('agenda') ? <AgendaSheet meeting={{ ...of, place, endsAt }} items={items} /> : null}
      {has('tally') ? <TallySheet meeting={of} code={sheetCode(id, 'tally')} /> : null}
      {has('dots') ? (
        ground ? (
          <DotsSheet
            {...ground}
            meeting={of}
            code={sheetCode(id, 'dots', gridName(ground.grid))}
            copies={copies}
          />
        ) : (
          <Missing sheet="dots" />
        )
      ) : null}
      {has('ballots') ? (
        ballots.length > 0 ? (
          ballots.map((ballot) => (
            <BallotSheets
              key={ballot.id}
              meeting={of}
              ballot={ballot}
              code={sheetCode(id, 'ballot', ballot.id)}
              slips={slips}
              copies={copies}
            />
          ))
        ) : (
          <Missing sheet="ballots" />
        )
      ) : null}
      {has('promises') ? (
        promises.length > 0 ? (
          <PromisesSheet meeting={of} code={sheetCode(id, 'promises')} promises={promises} />
        ) : (
          <Missing sheet="promises" />
        )
      ) : null}
      {has('survey') ? (
        rounds.length > 0 ? (
          rounds.map((round) => (
            <SurveySheet
              key={round.id}
              meeting={of}
              code={sheetCode(id, 'survey', round.id)}
              round={round}
              copies={copies}
            />
          ))
        ) : (
          <Missing sheet="survey" />
        )
      ) : null}
    </>
  );
}

/** Why there is nothing to print of a sheet, and what to do. */
function Missing({ sheet }: { readonly sheet: 'dots' | 'ballots' | 'promises' | 'survey' }) {
  return (
    <div className={styles.onScreen}>
      <Notice tone="amber">
        {sheet === 'dots' ? (
          <FormattedMessage
            id="sheets.missing.dots"
            defaultMessage="No map for dots: the area of the committee is not known, or you may not see it. Give the committee an area first."
          />
        ) : null}
        {sheet === 'ballots' ? (
          <FormattedMessage
            id="sheets.missing.ballots"
            defaultMessage="No votes: none is prepared or open. Prepare one under “Telephones and votes”."
          />
        ) : null}
        {sheet === 'promises' ? (
          <FormattedMessage
            id="sheets.missing.promises"
            defaultMessage="No promises: none that you may read and that is not internal is said to be done or overdue."
          />
        ) : null}
        {sheet === 'survey' ? (
          <FormattedMessage
            id="sheets.missing.survey"
            defaultMessage="No survey: choose a case that has a round of a survey. Rounds are written on its page, under Assessment."
          />
        ) : null}
      </Notice>
    </div>
  );
}
