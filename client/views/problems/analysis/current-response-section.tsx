import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { LinesField } from '../../../ui/lines-field.tsx';
import { useBodyFields } from '../body-fields.tsx';
import { PartSection } from '../part-section.tsx';
import { CURRENT_RESPONSE_WORDS, type CurrentResponse } from './current-response-words.ts';

const EMPTY: CurrentResponse = { what: '', byWhom: [], strengths: '', limits: '' };

/** How the problem is handled now, and why that does not end it. */
export function CurrentResponseSection({ problem }: { problem: Problem }) {
  return (
    <PartSection
      problem={problem}
      name="current_response"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="current.hint"
          defaultMessage="Before anything new: what is tried already, and where it stops."
        />
      }
      form={(body, set) => <Fields body={body} set={set} />}
    />
  );
}

function Fields({ body, set }: { body: CurrentResponse; set: (change: Partial<CurrentResponse>) => void }) {
  const intl = useIntl();
  const { label, textOf } = useBodyFields(CURRENT_RESPONSE_WORDS.fields, body, set);
  return (
    <>
      {textOf('what')}
      <LinesField
        label={label('byWhom')}
        hint={intl.formatMessage({ id: 'cheers.one-a-line', defaultMessage: 'One a line.' })}
        value={body.byWhom}
        onChange={(byWhom) => set({ byWhom })}
        rows={2}
      />
      {textOf('strengths')}
      {textOf('limits')}
    </>
  );
}
