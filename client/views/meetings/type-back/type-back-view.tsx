import { useParams } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Meeting, useMeeting } from '../../../api/meetings.ts';
import { useBallots } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type CodeFault, readCode } from '../sheets/sheet-code.ts';
import { DotsPanel } from './dots-panel.tsx';
import { PromisesPanel } from './promises-panel.tsx';
import { Wanted } from './sheet-panel.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { TallyPanel } from './tally-panel.tsx';
import styles from './type-back.module.css';
import { VotesPanel } from './votes-panel.tsx';

/** What was written on the papers of a meeting, typed by keyboard. */
export function TypeBackView() {
  const { id } = useParams({ from: '/meetings/$id/type-back' });
  const { data: meeting, error } = useMeeting(id);
  return (
    <div className={styles.page}>
      <ErrorNotice error={error} />
      {meeting ? <Loaded meeting={meeting} /> : null}
    </div>
  );
}

const TABS = ['tally', 'votes', 'promises', 'dots', 'survey'] as const;
type Tab = (typeof TABS)[number];
/** Which tab the letter after the dash leads to. */
const TAB_OF: Readonly<Record<string, Tab>> = {
  T: 'tally',
  B: 'votes',
  V: 'promises',
  D: 'dots',
  S: 'survey',
};

function Loaded({ meeting }: { readonly meeting: Meeting }) {
  const intl = useIntl();
  const [tab, setTab] = useState<Tab>('tally');
  const [sought, setSought] = useState<string | null>(null);
  const wanted = useMemo(
    () => (sought === null ? null : { code: sought, onFound: () => setSought(null) }),
    [sought],
  );
  const goTo = (code: string) => {
    setTab(TAB_OF[code.split('-')[1]?.[0] ?? ''] ?? 'tally');
    setSought(code);
  };
  return (
    <div className={styles.whole}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="typeBack.title" defaultMessage="Type papers back" />
          </h1>
          <p className={styles.quiet}>
            <bdi>{meeting.title || meeting.committeeName}</bdi>
            {' · '}
            <FormattedMessage
              id="typeBack.text"
              defaultMessage="Tab goes on, Enter begins the next row, and rows can be pasted from a spreadsheet. What is typed stays on this device until it is saved."
            />
          </p>
        </div>
        <div className={styles.buttons}>
          <LinkButton href={`/meetings/${meeting.id}/sheets`}>
            <FormattedMessage id="meeting.sheets" defaultMessage="Papers to print" />
          </LinkButton>
          <LinkButton href={`/meetings/${meeting.id}`} kind="quiet">
            <FormattedMessage id="sheets.back" defaultMessage="The meeting" />
          </LinkButton>
        </div>
      </header>
      {meeting.mayRun ? (
        <>
          <CodeField meetingId={meeting.id} onCode={goTo} />
          {sought === null ? null : (
            <p role="status" className={styles.quiet}>
              <FormattedMessage
                id="typeBack.seeking"
                defaultMessage="Looking for {code}. If it does not come up, it is of a vote that was dropped or is not open, of promises that were judged, of a map whose area was drawn anew, or of the survey of a case that is chosen below."
                values={{ code: <bdi dir="ltr">{sought}</bdi> }}
              />
            </p>
          )}
          <Wanted value={wanted}>
            <Tabs
              label={intl.formatMessage({ id: 'typeBack.sheets', defaultMessage: 'Kinds of sheets' })}
              selectedKey={tab}
              onSelectionChange={(key) => setTab(TABS.find((one) => one === key) ?? 'tally')}
              items={[
                {
                  id: 'tally',
                  label: intl.formatMessage({ id: 'sheets.tally', defaultMessage: 'Tally at the door' }),
                  content: <Tally meeting={meeting} />,
                },
                {
                  id: 'votes',
                  label: intl.formatMessage({ id: 'sheets.ballots', defaultMessage: 'Votes' }),
                  content: <Votes meetingId={meeting.id} />,
                },
                {
                  id: 'promises',
                  label: intl.formatMessage({ id: 'sheets.promises', defaultMessage: 'Were promises kept' }),
                  content: <PromisesPanel meeting={meeting} />,
                },
                {
                  id: 'dots',
                  label: intl.formatMessage({ id: 'sheets.dots', defaultMessage: 'Map for dots' }),
                  content: <DotsPanel meeting={meeting} />,
                },
                {
                  id: 'survey',
                  label: intl.formatMessage({ id: 'sheets.survey', defaultMessage: 'Survey' }),
                  content: <SurveyPanel meetingId={meeting.id} />,
                },
              ]}
            />
          </Wanted>
        </>
      ) : (
        <EmptyState
          title={intl.formatMessage({
            id: 'typeBack.notYours',
            defaultMessage: 'Papers are typed by those who run the meeting',
          })}
        >
          <FormattedMessage
            id="typeBack.notYours.text"
            defaultMessage="Ask its secretary or a member of the committee."
          />
        </EmptyState>
      )}
    </div>
  );
}

/** Who was there stays as it was once a meeting is closed. */
function Tally({ meeting }: { readonly meeting: Meeting }) {
  const intl = useIntl();
  if (meeting.state === 'planned' || meeting.state === 'running') return <TallyPanel meeting={meeting} />;
  return (
    <EmptyState title={intl.formatMessage({ id: 'typeBack.closed', defaultMessage: 'This meeting is over' })}>
      <FormattedMessage
        id="typeBack.closed.text"
        defaultMessage="Who was there stays as it was recorded. A note to its minutes can put it right."
      />
    </EmptyState>
  );
}

function Votes({ meetingId }: { readonly meetingId: string }) {
  const intl = useIntl();
  const { data: ballots, error } = useBallots(meetingId);
  if (ballots?.items.length === 0)
    return (
      <EmptyState
        title={intl.formatMessage({ id: 'typeBack.noVotes', defaultMessage: 'No vote was prepared' })}
      >
        <FormattedMessage
          id="typeBack.noVotes.text"
          defaultMessage="Prepare one under “Telephones and votes”."
        />
      </EmptyState>
    );
  return (
    <>
      <ErrorNotice error={error} />
      {ballots?.items.map((ballot) => (
        <VotesPanel key={ballot.id} ballot={ballot} />
      ))}
    </>
  );
}

interface CodeFieldProps {
  readonly meetingId: string;
  readonly onCode: (code: string) => void;
}

/** The code of a sheet leads to its grid. */
function CodeField({ meetingId, onCode }: CodeFieldProps) {
  const intl = useIntl();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<CodeFault | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(meetingId, typed);
    if (code === 'unreadable' || code === 'other_meeting') setFault(code);
    else onCode(code);
  };
  return (
    <form className={styles.find} onSubmit={submit}>
      <TextField
        label={intl.formatMessage({ id: 'typeBack.code', defaultMessage: 'Code on the sheet' })}
        inputDirection="ltr"
        value={typed}
        maxLength={20}
        onChange={(value) => {
          setTyped(value);
          setFault(null);
        }}
        error={
          fault === null
            ? ''
            : intl.formatMessage(
                {
                  id: 'typeBack.code.fault',
                  defaultMessage:
                    '{fault, select, other_meeting {This sheet is of another meeting: open that one and type it there.} other {This is no code of a sheet. It stands in the corner, four letters, a dash and more letters.}}',
                },
                { fault },
              )
        }
      />
      <Button type="submit">
        <FormattedMessage id="typeBack.find" defaultMessage="Find the sheet" />
      </Button>
    </form>
  );
}
