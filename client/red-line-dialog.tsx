import { useState } from 'react';
import { FormattedMessage, type IntlShape, type MessageDescriptor, useIntl } from 'react-intl';
import { type NewRedLine, useRecordRedLine } from './api/red-lines.ts';
import { ErrorNotice } from './error-notice.tsx';
import { BODY_WORDS, RED_LINE_WORDS } from './red-line-words.ts';
import { ConfirmDialog } from './ui/dialog.tsx';
import { Select } from './ui/select.tsx';
import { TextArea, TextField } from './ui/text-field.tsx';
import { showToast } from './ui/toast.tsx';
import { useToday } from './use-today.ts';

/** Puts on record that something was asked for which the workbench refuses. `asked` is filled in where it was found. */
export function RedLineDialog({ onClose, asked = '' }: { onClose: () => void; asked?: string }) {
  const intl = useIntl();
  const record = useRecordRedLine();
  const today = useToday();
  const [wish, setWish] = useState<NewRedLine>({
    line: 'attribute_of_persons',
    asked,
    body: 'police',
    answer: intl.formatMessage({
      id: 'redLine.answer.usual',
      defaultMessage: 'The workbench does not keep this, and it was not added.',
    }),
    askedOn: today,
  });
  const change = (part: Partial<NewRedLine>) => setWish({ ...wish, ...part });
  const done = () => {
    showToast({
      text: intl.formatMessage({ id: 'redLine.done', defaultMessage: 'It is on record, and stays there.' }),
    });
    onClose();
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'redLine.title', defaultMessage: 'Record that this was asked for' })}
      isOpen
      onClose={onClose}
      onConfirm={() => record.mutate(wish, { onSuccess: done })}
      confirmLabel={intl.formatMessage({ id: 'redLine.confirm', defaultMessage: 'Put on record' })}
      isPending={record.isPending}
      isConfirmDisabled={wish.asked.trim().length < 3 || wish.answer.trim() === '' || wish.askedOn === ''}
    >
      <ErrorNotice error={record.error} />
      <p>
        <FormattedMessage
          id="redLine.text"
          defaultMessage="Overseers, the data guardian and administrators read it, with your name. It cannot be changed afterwards."
        />
      </p>
      <Select
        label={intl.formatMessage({ id: 'redLine.line', defaultMessage: 'What it was about' })}
        value={wish.line}
        onChange={(line) => change({ line })}
        choices={choicesOf(RED_LINE_WORDS, intl)}
      />
      <TextArea
        label={intl.formatMessage({ id: 'redLine.asked', defaultMessage: 'What was asked for' })}
        hint={intl.formatMessage({
          id: 'redLine.asked.hint',
          defaultMessage: 'In a sentence, without names of persons.',
        })}
        rows={3}
        value={wish.asked}
        onChange={(text) => change({ asked: text })}
        maxLength={2000}
      />
      <Select
        label={intl.formatMessage({ id: 'redLine.body', defaultMessage: 'Who asked' })}
        value={wish.body}
        onChange={(body) => change({ body })}
        choices={choicesOf(BODY_WORDS, intl)}
      />
      <TextField
        type="date"
        label={intl.formatMessage({ id: 'redLine.on', defaultMessage: 'When' })}
        value={wish.askedOn}
        onChange={(askedOn) => change({ askedOn })}
      />
      <TextArea
        label={intl.formatMessage({ id: 'redLine.answer', defaultMessage: 'What was answered' })}
        rows={2}
        value={wish.answer}
        onChange={(answer) => change({ answer })}
        maxLength={2000}
      />
    </ConfirmDialog>
  );
}

function choicesOf<Id extends string>(words: Readonly<Record<Id, MessageDescriptor>>, intl: IntlShape) {
  const named: Readonly<Record<string, MessageDescriptor>> = words;
  // The keys of the words are the choices; Object.keys forgets it.
  return (Object.keys(words) as Id[]).map((id) => ({ id, label: intl.formatMessage(named[id]) }));
}
