import { useIntl } from 'react-intl';
import type { AttachmentChange, AttachmentKind } from '../../../api/attachments.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToday } from '../../../use-today.ts';
import { ATTACHMENT_WORDS } from './attachment-words.ts';

// The keys of the words are the kinds; Object.keys forgets it.
const KINDS = Object.keys(ATTACHMENT_WORDS) as AttachmentKind[];

/** What is said of a photo or document. */
export function AttachmentFields({
  said,
  onChange,
}: {
  said: AttachmentChange;
  onChange: (change: Partial<AttachmentChange>) => void;
}) {
  const intl = useIntl();
  const today = useToday();
  const isToCome = said.takenOn > today;
  return (
    <>
      <TextField
        label={intl.formatMessage({
          id: 'attachments.caption',
          defaultMessage: 'What it shows, in a sentence',
        })}
        hint={intl.formatMessage({
          id: 'attachments.caption.hint',
          defaultMessage:
            'Stands below it, on paper too, and is read out to whoever does not see it. No names of people.',
        })}
        value={said.caption}
        onChange={(caption) => onChange({ caption })}
        maxLength={300}
        isRequired
      />
      <Select
        label={intl.formatMessage({ id: 'attachments.kind', defaultMessage: 'What it is' })}
        choices={KINDS.map((id) => ({ id, label: intl.formatMessage(ATTACHMENT_WORDS[id]) }))}
        value={said.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        type="date"
        label={intl.formatMessage({
          id: 'attachments.takenOn',
          defaultMessage: 'Day it was taken or written',
        })}
        hint={intl.formatMessage({
          id: 'attachments.takenOn.hint',
          defaultMessage: 'Leave it empty if nobody knows: it is not read from the file.',
        })}
        error={
          isToCome
            ? intl.formatMessage({
                id: 'attachments.takenOn.toCome',
                defaultMessage: 'This day is still to come.',
              })
            : undefined
        }
        value={said.takenOn}
        onChange={(takenOn) => onChange({ takenOn })}
      />
    </>
  );
}

export const isEnough = ({ caption, takenOn }: AttachmentChange, today: string): boolean =>
  caption.trim() !== '' && takenOn <= today;
