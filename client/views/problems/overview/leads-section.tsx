import { FormattedMessage, useIntl } from 'react-intl';
import { useCaseLeads, useCaseWorkers } from '../../../api/problem-leads.ts';
import type { PartBodies } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { Select } from '../../../ui/select.tsx';
import { useChoices } from '../body-words.ts';
import { useLeadNames } from '../lead-names.ts';
import { Answers, PartSection } from '../part-section.tsx';
import { LineField } from '../plain-fields.tsx';
import styles from '../problems.module.css';
import { LEADS_WORDS, SIDE_WORDS } from './leads-words.ts';

type Leads = PartBodies['leads'];

const EMPTY: Leads = {
  policeRole: '',
  policeName: '',
  policeUserId: null,
  communityRole: '',
  communityName: '',
  communityUserId: null,
  first: 'police',
};

/** One of the police and one of the community answer for the case together. */
export function LeadsSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const choices = useChoices();
  return (
    <PartSection
      problem={problem}
      name="leads"
      names={useLeadNames(problem.id)}
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="leads.hint"
          defaultMessage="One of the police and one of the community: an account of somebody who works on this case, or an office. A name only of somebody who holds an office and agrees."
        />
      }
      read={(leads, words) => (
        <>
          <Answers body={leads} words={words} />
          <NoLongerHere problem={problem} />
        </>
      )}
      form={(leads, set) => (
        <>
          <SideFields problem={problem} side="police" leads={leads} set={set} />
          <SideFields problem={problem} side="community" leads={leads} set={set} />
          <RadioGroup
            label={intl.formatMessage(LEADS_WORDS.fields.first)}
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

const NOBODY = 'none';

interface SideFieldsProps {
  problem: Problem;
  side: Leads['first'];
  leads: Leads;
  set: (change: Partial<Leads>) => void;
}

/** An account or a typed name, and the office either way. */
function SideFields({ problem, side, leads, set }: SideFieldsProps) {
  const intl = useIntl();
  const { data: workers = [] } = useCaseWorkers(problem.id);
  const { data: people = [] } = useCaseLeads(problem.id);
  const [role, name, account] = [`${side}Role`, `${side}Name`, `${side}UserId`] as const;
  // Whoever leads it stays to be chosen although they may not work on it any more.
  const known = new Map([...people, ...workers].map((person) => [person.id, person.name]));
  const label = (field: keyof Leads) => intl.formatMessage(LEADS_WORDS.fields[field]);
  return (
    <div className={styles.dates}>
      <Select
        label={label(account)}
        choices={[
          {
            id: NOBODY,
            label: intl.formatMessage({ id: 'leads.no-account', defaultMessage: 'No account: an office' }),
          },
          ...[...known].map(([id, said]) => ({ id, label: said })),
        ]}
        value={leads[account] ?? NOBODY}
        onChange={(id) => set(id === NOBODY ? { [account]: null } : { [account]: id, [name]: '' })}
      />
      <LineField label={label(role)} value={leads[role]} onChange={(text) => set({ [role]: text })} />
      {leads[account] === null ? (
        <LineField label={label(name)} value={leads[name]} onChange={(text) => set({ [name]: text })} />
      ) : null}
    </div>
  );
}

function NoLongerHere({ problem }: { problem: Problem }) {
  const { data: people = [] } = useCaseLeads(problem.id);
  return people
    .filter(({ works }) => !works)
    .map(({ id, name }) => (
      <Notice key={id} tone="amber">
        <FormattedMessage
          id="leads.gone"
          defaultMessage="{name} may not work on this case any more. Choose somebody else."
          values={{ name }}
        />
      </Notice>
    ));
}
