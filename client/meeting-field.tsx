import type { ReactNode } from 'react';
import { defineMessage, type IntlShape, useIntl } from 'react-intl';
import { type Meeting, useMeetingsFor } from './api/meetings.ts';
import { MEETING_KIND_WORDS } from './meeting-kind-words.ts';
import { Select } from './ui/select.tsx';
import { useToday } from './use-today.ts';

export interface NamedMeeting {
  readonly id: string;
  /** Its day by the calendar of the workspace. */
  readonly day: string;
  readonly name: string;
}

interface MeetingFieldProps {
  label: string;
  /** The case it is about: of the committees in whose area it lies. */
  problemId: string | null;
  meetingId: string | null;
  /** Null: another meeting, that is not written down here. */
  onChange: (meeting: NamedMeeting | null) => void;
  /** What is asked of another meeting. */
  children: ReactNode;
}

/** Of a meeting that is not written down here. */
export const MEETING_CALLED = defineMessage({
  id: 'meeting-field.called',
  defaultMessage: 'Name of the meeting',
});

const OTHER = 'other';

/** At which meeting: one that was held and is written down here, or another one with its day. */
export function MeetingField({ label, problemId, meetingId, onChange, children }: MeetingFieldProps) {
  const intl = useIntl();
  const held = useHeldMeetings(problemId);
  if (held.length === 0 && meetingId === null) return children;
  const isListed = meetingId === null || held.some(({ id }) => id === meetingId);
  const earlier = {
    id: meetingId ?? '',
    label: intl.formatMessage({ id: 'meeting-field.earlier', defaultMessage: 'A meeting chosen before' }),
  };
  return (
    <>
      <Select
        label={label}
        choices={[
          ...held.map(({ id, name }) => ({ id, label: name })),
          ...(isListed ? [] : [earlier]),
          {
            id: OTHER,
            label: intl.formatMessage({ id: 'meeting-field.other', defaultMessage: 'Another meeting' }),
          },
        ]}
        value={meetingId ?? OTHER}
        onChange={(id) => onChange(held.find((one) => one.id === id) ?? null)}
      />
      {meetingId === null ? children : null}
    </>
  );
}

/** Those that were held or are running, the latest first. */
export function useHeldMeetings(problemId: string | null): NamedMeeting[] {
  const intl = useIntl();
  const today = useToday();
  const { data = [] } = useMeetingsFor(problemId);
  return data
    .filter(({ state, heldOn }) => state !== 'cancelled' && heldOn <= today)
    .map((one) => ({ id: one.id, day: one.heldOn, name: nameOf(intl, one) }));
}

/** Their names by their ids. */
export function useMeetingNames(problemId: string | null): ReadonlyMap<string, string> {
  return new Map(useHeldMeetings(problemId).map(({ id, name }) => [id, name]));
}

function nameOf(intl: IntlShape, { title, kind, heldOn, committeeName }: Meeting): string {
  return intl.formatMessage(
    { id: 'meeting-field.name', defaultMessage: '{day}: {title}, {committee}' },
    {
      day: intl.formatDate(heldOn, { dateStyle: 'medium', timeZone: 'UTC' }),
      title: title || intl.formatMessage(MEETING_KIND_WORDS[kind]),
      committee: committeeName,
    },
  );
}
