import { Plus, Trash2 } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { MEETING_CALLED, MeetingField, useMeetingNames } from '../../../meeting-field.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { PartSection } from '../part-section.tsx';
import { CountField, DayField, LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import own from './priority.module.css';
import { PRIORITY_WORDS } from './priority-words.ts';

type Priority = PartBodies['priority'];
type Vote = Priority['votes'][number];

const EMPTY: Priority = {
  votes: [],
  recurrence: '',
  tractability: null,
  resources: null,
  rank: null,
  reason: '',
  decidedOn: null,
  meeting: '',
  meetingId: null,
};

/** What the committee decided, and why. The rank is theirs: nothing here works it out. */
export function PrioritySection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const names = useMeetingNames(problem.id);
  const label = (field: keyof Priority) => intl.formatMessage(PRIORITY_WORDS.fields[field]);
  const grade = intl.formatMessage({ id: 'priority.grade', defaultMessage: '1: hardly. 5: well.' });
  return (
    <PartSection
      problem={problem}
      name="priority"
      empty={EMPTY}
      names={names}
      hint={
        <FormattedMessage
          id="priority.hint"
          defaultMessage="Taken at a meeting, with the reason. The rank is what the committee said; the workbench never works one out."
        />
      }
      form={(body, set) => (
        <>
          <MeetingField
            label={label('meeting')}
            problemId={problem.id}
            meetingId={body.meetingId}
            onChange={(chosen) =>
              set(
                chosen === null
                  ? { meetingId: null }
                  : { meetingId: chosen.id, meeting: chosen.name, decidedOn: chosen.day },
              )
            }
          >
            <div className={styles.dates}>
              <DayField
                label={label('decidedOn')}
                value={body.decidedOn}
                onChange={(decidedOn) => set({ decidedOn })}
              />
              <LineField
                label={intl.formatMessage(MEETING_CALLED)}
                value={body.meeting}
                onChange={(meeting) => set({ meeting })}
              />
            </div>
          </MeetingField>
          <Votes votes={body.votes} onChange={(votes) => set({ votes })} />
          <LineField
            label={label('recurrence')}
            value={body.recurrence}
            onChange={(recurrence) => set({ recurrence })}
          />
          <div className={styles.dates}>
            <CountField
              label={label('tractability')}
              hint={grade}
              min={1}
              max={5}
              value={body.tractability}
              onChange={(tractability) => set({ tractability })}
            />
            <CountField
              label={label('resources')}
              hint={grade}
              min={1}
              max={5}
              value={body.resources}
              onChange={(resources) => set({ resources })}
            />
          </div>
          <CountField label={label('rank')} min={1} value={body.rank} onChange={(rank) => set({ rank })} />
          <TextArea
            label={label('reason')}
            value={body.reason}
            onChange={(reason) => set({ reason })}
            rows={3}
            maxLength={10_000}
          />
        </>
      )}
    />
  );
}

/** Votes by group, such as those of the women's session. */
function Votes({ votes, onChange }: { votes: Vote[]; onChange: (votes: Vote[]) => void }) {
  const intl = useIntl();
  const change = (at: number, part: Partial<Vote>) =>
    onChange(votes.map((vote, i) => (i === at ? { ...vote, ...part } : vote)));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{intl.formatMessage(PRIORITY_WORDS.fields.votes)}</legend>
      {votes.map((vote, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name yet while it is typed.
        <div key={i} className={own.voteLine}>
          <LineField
            label={intl.formatMessage(PRIORITY_WORDS.fields.group)}
            value={vote.group}
            onChange={(group) => change(i, { group })}
          />
          <CountField
            label={intl.formatMessage({ id: 'priority.count', defaultMessage: 'Votes' })}
            value={vote.votes}
            onChange={(count) => change(i, { votes: count ?? 0 })}
          />
          <IconButton
            label={intl.formatMessage({ id: 'priority.drop-group', defaultMessage: 'Leave this group out' })}
            icon={<Trash2 aria-hidden />}
            onPress={() => onChange(votes.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      <div>
        <Button size="small" onPress={() => onChange([...votes, { group: '', votes: 0 }])}>
          <Plus aria-hidden size={16} />
          <FormattedMessage id="priority.add-group" defaultMessage="Add a group" />
        </Button>
      </div>
    </fieldset>
  );
}
