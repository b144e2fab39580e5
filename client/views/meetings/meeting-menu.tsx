import { ChevronDown } from 'lucide-react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { Meeting } from '../../api/meetings.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuAction, type MenuGroup } from '../../ui/menu.tsx';

export type MeetingDialogName = 'change' | 'close' | 'cancel' | 'attendance' | 'takeBack';

interface MeetingMenuProps {
  meeting: Meeting;
  onAsk: (dialog: MeetingDialogName) => void;
}

/** Everything that can be done with a meeting, in groups: in the room, on paper, to the meeting itself. */
export function MeetingMenu({ meeting, onAsk }: MeetingMenuProps) {
  const intl = useIntl();
  return (
    <Menu
      label={intl.formatMessage({ id: 'meeting.menu', defaultMessage: 'More of this meeting' })}
      trigger={
        <Button>
          <FormattedMessage id="meeting.more" defaultMessage="More" /> <ChevronDown size={16} aria-hidden />
        </Button>
      }
      groups={groupsOf(intl, meeting, onAsk)}
    />
  );
}

function groupsOf(intl: IntlShape, meeting: Meeting, onAsk: MeetingMenuProps['onAsk']): MenuGroup[] {
  return [
    {
      id: 'room',
      label: intl.formatMessage({ id: 'meeting.menu.room', defaultMessage: 'In the room' }),
      actions: roomActions(intl, meeting),
    },
    {
      id: 'paper',
      label: intl.formatMessage({ id: 'meeting.menu.paper', defaultMessage: 'To take along' }),
      actions: paperActions(intl, meeting),
    },
    {
      id: 'meeting',
      label: intl.formatMessage({ id: 'meeting.menu.meeting', defaultMessage: 'The meeting itself' }),
      actions: stepActions(intl, meeting, onAsk),
    },
  ];
}

const isOpen = ({ state }: Meeting) => state === 'planned' || state === 'running';

function roomActions(intl: IntlShape, meeting: Meeting): MenuAction[] {
  const at = `/meetings/${meeting.id}`;
  const isPlanned = meeting.state === 'planned';
  return [
    isPlanned && {
      id: 'present',
      label: intl.formatMessage({ id: 'meeting.toTheRoom', defaultMessage: 'Run it in the room' }),
      href: `${at}/present`,
    },
    isPlanned && {
      id: 'wall',
      label: intl.formatMessage({ id: 'meeting.wall', defaultMessage: 'Open the wall' }),
      href: `${at}/show`,
      target: '_blank',
    },
    isOpen(meeting) &&
      meeting.mayRun && {
        id: 'phones',
        label: intl.formatMessage({ id: 'meeting.phones', defaultMessage: 'Telephones and votes' }),
        href: `${at}/phones`,
      },
  ].filter((action) => action !== false);
}

function paperActions(intl: IntlShape, meeting: Meeting): MenuAction[] {
  const at = `/meetings/${meeting.id}`;
  return [
    {
      id: 'sheets',
      label: intl.formatMessage({ id: 'meeting.sheets', defaultMessage: 'Papers to print' }),
      href: `${at}/sheets`,
    },
    meeting.mayRun && {
      id: 'type-back',
      label: intl.formatMessage({ id: 'typeBack.open', defaultMessage: 'Type papers back' }),
      href: `${at}/type-back`,
    },
    meeting.state === 'running' && {
      id: 'minutes',
      label: intl.formatMessage({ id: 'meeting.minutes', defaultMessage: 'Minutes' }),
      href: `${at}/minutes`,
    },
    {
      id: 'calendar',
      label: intl.formatMessage({ id: 'meeting.calendar', defaultMessage: 'Into my calendar' }),
      href: `/api${at}/calendar.ics`,
      download: 'meeting.ics',
    },
  ].filter((action) => action !== false);
}

function stepActions(intl: IntlShape, meeting: Meeting, onAsk: MeetingMenuProps['onAsk']): MenuAction[] {
  const isRunning = meeting.state === 'running';
  const isPast = meeting.startsAt < new Date().toISOString();
  const mayClose = isRunning ? meeting.mayRun : meeting.mayChange && isPast && isOpen(meeting);
  const mayChange = isOpen(meeting) && meeting.mayChange;
  return [
    mayClose && {
      id: 'close',
      label: isRunning
        ? intl.formatMessage({ id: 'meeting.close', defaultMessage: 'Close the meeting' })
        : intl.formatMessage({ id: 'meeting.record', defaultMessage: 'Record as held' }),
      onAction: () => onAsk('close'),
    },
    isRunning &&
      meeting.mayRun && {
        id: 'take-back',
        label: intl.formatMessage({ id: 'meeting.takeBack', defaultMessage: 'Started by mistake' }),
        onAction: () => onAsk('takeBack'),
      },
    mayChange && {
      id: 'change',
      label: intl.formatMessage({ id: 'meeting.change', defaultMessage: 'Change the meeting' }),
      onAction: () => onAsk('change'),
    },
    mayChange && {
      id: 'cancel',
      label: intl.formatMessage({ id: 'meeting.cancel', defaultMessage: 'Call it off' }),
      onAction: () => onAsk('cancel'),
    },
  ].filter((action) => action !== false);
}
