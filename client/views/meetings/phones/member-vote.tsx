import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Ballot, useVote } from '../../../api/phones.ts';
import { ErrorNotice } from '../../../error-notice.tsx';
import { newName } from '../../../new-name.ts';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { optionsOf } from './ballot-options.ts';
import { faultOfMarks } from './member-marks.ts';

type Marks = Readonly<Record<string, number>>;

/** A member of the committee votes with the account, on whatever device: one voice, beside the telephones of the room. */
export function MemberVote({ ballot, onClose }: { readonly ballot: Ballot; readonly onClose: () => void }) {
  const intl = useIntl();
  const vote = useVote();
  const [marks, setMarks] = useState<Marks>(ballot.ownMarks ?? {});
  // The same at each press, so that a lost answer does not count as a change.
  const [sending, setSending] = useState(() => ({ sentAs: newName(), marks }));
  const fault = faultOfMarks(ballot, marks);
  const send = () => {
    const named = sending.marks === marks ? sending : { sentAs: newName(), marks };
    setSending(named);
    vote.mutate({ ballot, sentAs: named.sentAs, marks: { ...marks } }, { onSuccess: onClose });
  };
  return (
    <ConfirmDialog
      title={ballot.question}
      isOpen
      onClose={onClose}
      onConfirm={send}
      confirmLabel={intl.formatMessage({ id: 'ballot.vote.send', defaultMessage: 'Vote' })}
      isPending={vote.isPending}
      isConfirmDisabled={fault !== null}
    >
      <ErrorNotice error={vote.error} />
      <Choice ballot={ballot} marks={marks} onChange={setMarks} />
      <p role="status">
        {fault === 'too_many_dots' && (
          <FormattedMessage
            id="ballot.vote.tooMany"
            defaultMessage="{dots, plural, one {Everybody has # dot} other {Everybody has # dots}}: take some away."
            values={{ dots: ballot.dotsEach }}
          />
        )}
        {fault === 'not_a_ranking' && (
          <FormattedMessage
            id="ballot.vote.order"
            defaultMessage="Put them in an order: 1 is the first, 2 the next, none twice; 0 leaves one out."
          />
        )}
      </p>
      <p>
        <FormattedMessage
          id="ballot.vote.text"
          defaultMessage="Your account has one voice. You can change it until the vote is closed; then who chose what is forgotten. Vote here or on a telephone of the room, not on both."
        />
      </p>
    </ConfirmDialog>
  );
}

interface ChoiceProps {
  readonly ballot: Ballot;
  readonly marks: Marks;
  readonly onChange: (marks: Marks) => void;
}

function Choice({ ballot, marks, onChange }: ChoiceProps) {
  const intl = useIntl();
  const options = optionsOf(ballot, intl);
  if (ballot.kind === 'yes_no' || ballot.kind === 'verify')
    return (
      <RadioGroup
        label={intl.formatMessage({ id: 'ballot.vote.answer', defaultMessage: 'Your answer' })}
        value={Object.keys(marks)[0] ?? null}
        onChange={(id) => onChange({ [id]: 1 })}
        choices={options.map(({ id, text }) => ({ id, label: text }))}
      />
    );
  return options.map(({ id, text }) => (
    <NumberField
      key={id}
      label={text}
      value={marks[id] ?? 0}
      minValue={0}
      onChange={(count) => {
        const { [id]: _, ...others } = marks;
        const whole = Number.isFinite(count) ? Math.round(count) : 0;
        onChange(whole > 0 ? { ...others, [id]: whole } : others);
      }}
    />
  ));
}
