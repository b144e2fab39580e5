import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useCaseLeads } from '../../../api/problem-leads.ts';
import { usePart } from '../../../api/problem-parts.ts';
import type { Problem } from '../../../api/records.ts';
import { Badge } from '../../../ui/badge.tsx';
import styles from '../problems.module.css';
import { CONFIDENTIALITY_WORDS, STATE_WORDS } from './standing-words.ts';

/** State, who leads, and when it is looked at again, in one line. */
export function CaseFacts({ problem }: { problem: Problem }) {
  const intl = useIntl();
  const leads = usePart(problem.id, 'leads')?.body;
  const { data: people } = useCaseLeads(problem.id);
  const nameOf = (id: string | null | undefined, typed: string | undefined) =>
    people?.find((person) => person.id === id)?.name ?? typed;
  const police = said(leads?.policeRole, nameOf(leads?.policeUserId, leads?.policeName));
  const community = said(leads?.communityRole, nameOf(leads?.communityUserId, leads?.communityName));
  const [lead, coLead] = leads?.first === 'community' ? [community, police] : [police, community];
  return (
    <p className={styles.facts}>
      <Badge>{intl.formatMessage(STATE_WORDS[problem.state])}</Badge>
      <Badge>{intl.formatMessage(CONFIDENTIALITY_WORDS[problem.confidentiality])}</Badge>
      <span>
        {lead ? (
          <FormattedMessage id="case.lead" defaultMessage="Lead: {lead}" values={{ lead }} />
        ) : (
          <FormattedMessage id="case.no-lead" defaultMessage="Nobody leads it yet" />
        )}
      </span>
      {coLead ? (
        <span>
          <FormattedMessage id="case.co-lead" defaultMessage="Co-lead: {coLead}" values={{ coLead }} />
        </span>
      ) : null}
      {problem.reviewOn ? (
        <span>
          <FormattedMessage
            id="case.review"
            defaultMessage="Looked at again on {day}"
            values={{ day: <FormattedDate value={problem.reviewOn} dateStyle="medium" timeZone="UTC" /> }}
          />
        </span>
      ) : null}
    </p>
  );
}

const said = (role: string | undefined, name: string | undefined) => [role, name].filter(Boolean).join(', ');
