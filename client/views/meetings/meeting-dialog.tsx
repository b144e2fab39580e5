import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import {
  type Meeting,
  type NewMeeting,
  useChangeMeeting,
  useCommittees,
  useMeetings,
  usePlanMeeting,
} from '../../api/meetings.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { instantOf, localOf } from '../../local-moment.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToday } from '../../use-today.ts';
import { LanguageField } from './language-field.tsx';
import { KIND_WORDS, OPEN_TO_WORDS } from './meeting-words.ts';
import styles from './meetings.module.css';
import { RouteField } from './route-field.tsx';
import { useChoices } from './use-choices.ts';

const SESSIONS = ['women_session', 'youth_session', 'minority_session'];

interface MeetingDialogProps {
  /** Null: a new one, of this committee. */
  meeting: Meeting | null;
  committeeId: string | null;
  onClose: () => void;
}

/** When, where and how a meeting is held. Times are by the clocks of the workspace. */
export function MeetingDialog({ meeting, committeeId, onClose }: MeetingDialogProps) {
  const intl = useIntl();
  const navigate = useNavigate();
  const choices = useChoices();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const today = useToday();
  const plan = usePlanMeeting();
  const save = useChangeMeeting();
  const { data: committees = [] } = useCommittees();
  const [of, setOf] = useState(meeting?.committeeId ?? committeeId);
  const local = (instant: string | null | undefined) => (instant ? localOf(instant, zone) : '');
  const [from, setFrom] = useState(meeting ? local(meeting.startsAt) : `${today}T18:00`);
  const [to, setTo] = useState(local(meeting?.endsAt));
  const [next, setNext] = useState(local(meeting?.nextMeetingAt));
  const [draft, setDraft] = useState<Omit<NewMeeting, 'committeeId' | 'startsAt'>>({
    kind: meeting?.kind ?? 'committee',
    title: meeting?.title ?? '',
    place: meeting?.place ?? '',
    languages: meeting?.languages ?? [],
    openTo: meeting?.openTo ?? 'members',
    parallelOf: meeting?.parallelOf ?? null,
    safetyNotes: meeting?.safetyNotes ?? '',
    route: meeting?.route ?? null,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const isSession = SESSIONS.includes(draft.kind ?? 'committee');
  const startsAt = instantOf(from, zone);
  const times = { endsAt: instantOf(to, zone) ?? null, nextMeetingAt: instantOf(next, zone) ?? null };
  const round = { parallelOf: isSession ? (draft.parallelOf ?? null) : null };
  const submit = () => {
    if (!startsAt || of === null) return;
    const way = { route: draft.kind === 'walkabout' ? (draft.route ?? null) : null };
    const wanted = { ...draft, ...times, ...round, ...way, startsAt };
    if (meeting) save.mutate({ meeting, change: wanted }, { onSuccess: onClose });
    else
      plan.mutate(
        { ...wanted, committeeId: of },
        { onSuccess: ({ id }) => navigate({ to: '/meetings/$id', params: { id } }) },
      );
  };
  return (
    <ConfirmDialog
      title={
        meeting
          ? intl.formatMessage({ id: 'meeting.change', defaultMessage: 'Change the meeting' })
          : intl.formatMessage({ id: 'meeting.new', defaultMessage: 'New meeting' })
      }
      isOpen
      onClose={onClose}
      onConfirm={submit}
      confirmLabel={intl.formatMessage({ id: 'meeting.save', defaultMessage: 'Save' })}
      isPending={plan.isPending || save.isPending}
      isConfirmDisabled={!startsAt || of === null}
    >
      <div className={styles.form}>
        <ErrorNotice error={plan.error ?? save.error} />
        {meeting || committeeId ? null : (
          <Select
            label={intl.formatMessage({ id: 'meeting.committee', defaultMessage: 'Committee' })}
            choices={committees
              .filter(({ mayPrepare, endedOn }) => mayPrepare && endedOn === null)
              .map(({ id, name }) => ({ id, label: name }))}
            value={of}
            onChange={setOf}
          />
        )}
        <div className={styles.pair}>
          <Select
            label={intl.formatMessage({ id: 'meeting.kind', defaultMessage: 'Kind' })}
            choices={choices(KIND_WORDS)}
            value={draft.kind ?? 'committee'}
            onChange={(kind) => set({ kind })}
          />
          <Select
            label={intl.formatMessage({ id: 'meeting.openTo', defaultMessage: 'Open to' })}
            choices={choices(OPEN_TO_WORDS)}
            value={draft.openTo ?? 'members'}
            onChange={(openTo) => set({ openTo })}
          />
          <TextField
            type="datetime-local"
            label={intl.formatMessage({ id: 'meeting.starts', defaultMessage: 'Begins' })}
            value={from}
            onChange={setFrom}
            isRequired
          />
          <TextField
            type="datetime-local"
            label={intl.formatMessage({ id: 'meeting.ends', defaultMessage: 'Ends, if that is set' })}
            value={to}
            onChange={setTo}
          />
        </div>
        <p className={styles.quiet}>
          <FormattedMessage
            id="meeting.zone"
            defaultMessage="By the clocks of {zone}. A meeting that was held already can be written down as well."
            values={{ zone }}
          />
        </p>
        {isSession && of !== null ? (
          <RoundField
            committeeId={of}
            self={meeting?.id ?? null}
            value={draft.parallelOf ?? null}
            onChange={(parallelOf) => set({ parallelOf })}
          />
        ) : null}
        <TextField
          label={intl.formatMessage({ id: 'meeting.title', defaultMessage: 'Title, if it has one' })}
          value={draft.title ?? ''}
          onChange={(title) => set({ title })}
          maxLength={200}
        />
        <TextField
          label={intl.formatMessage({ id: 'meeting.place', defaultMessage: 'Place' })}
          value={draft.place ?? ''}
          onChange={(place) => set({ place })}
          maxLength={500}
        />
        <div className={styles.pair}>
          <LanguageField value={draft.languages ?? []} onChange={(languages) => set({ languages })} />
          <TextField
            type="datetime-local"
            label={intl.formatMessage({ id: 'meeting.next', defaultMessage: 'Next meeting, if known' })}
            value={next}
            onChange={setNext}
          />
        </div>
        {draft.kind === 'walkabout' && of !== null ? (
          <RouteField committeeId={of} value={draft.route ?? null} onChange={(route) => set({ route })} />
        ) : null}
        <TextArea
          label={intl.formatMessage({
            id: 'meeting.safety',
            defaultMessage: 'Notes on safety (for those who prepare it)',
          })}
          value={draft.safetyNotes ?? ''}
          onChange={(safetyNotes) => set({ safetyNotes })}
          rows={2}
          maxLength={4000}
        />
      </div>
    </ConfirmDialog>
  );
}

interface RoundFieldProps {
  committeeId: string;
  self: string | null;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** The meeting whose round a session belongs to. */
function RoundField({ committeeId, self, value, onChange }: RoundFieldProps) {
  const intl = useIntl();
  const zone = useWorkspace().data?.timezone ?? 'UTC';
  const { data: meetings = [] } = useMeetings({ committee: committeeId });
  const day = (instant: string) =>
    intl.formatDate(instant, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
  const possible = meetings.filter(
    ({ id, parallelOf, state }) => id !== self && parallelOf === null && state !== 'cancelled',
  );
  const none = intl.formatMessage({ id: 'meeting.round.none', defaultMessage: 'Of no other meeting' });
  return (
    <Select
      label={intl.formatMessage({ id: 'meeting.round', defaultMessage: 'Belongs to the round of' })}
      choices={[
        { id: '', label: none },
        ...possible.map((one) => ({
          id: one.id,
          label: `${one.title || intl.formatMessage(KIND_WORDS[one.kind])}, ${day(one.startsAt)}`,
        })),
      ]}
      value={value ?? ''}
      onChange={(id) => onChange(id || null)}
    />
  );
}
