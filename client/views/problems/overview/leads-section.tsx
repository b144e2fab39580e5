import { FormattedMessage, useIntl } from 'react-intl';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { useChoices } from '../body-words.ts';
import { PartSection } from '../part-section.tsx';
import { LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { LEADS_WORDS, SIDE_WORDS } from './leads-words.ts';

type Leads = PartBodies['leads'];

const EMPTY: Leads = {
  policeRole: '',
  policeName: '',
  communityRole: '',
  communityName: '',
  first: 'police',
};

/** One of the police and one of the community answer for the case together. */
export function LeadsSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const choices = useChoices();
  const label = (field: keyof Leads) => intl.formatMessage(LEADS_WORDS.fields[field]);
  return (
    <PartSection
      problem={problem}
      name="leads"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="leads.hint"
          defaultMessage="One of the police and one of the community. A role is enough; a name only of somebody who holds an office and agrees."
        />
      }
      form={(leads, set) => (
        <>
          <div className={styles.dates}>
            <LineField
              label={label('policeRole')}
              value={leads.policeRole}
              onChange={(policeRole) => set({ policeRole })}
            />
            <LineField
              label={label('policeName')}
              value={leads.policeName}
              onChange={(policeName) => set({ policeName })}
            />
            <LineField
              label={label('communityRole')}
              value={leads.communityRole}
              onChange={(communityRole) => set({ communityRole })}
            />
            <LineField
              label={label('communityName')}
              value={leads.communityName}
              onChange={(communityName) => set({ communityName })}
            />
          </div>
          <RadioGroup
            label={label('first')}
            layout="segments"
            choices={choices(SIDE_WORDS)}
            value={leads.first}
            onChange={(first) => set({ first })}
          />
        </>
      )}
    />
  );
}
