import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { useMapName } from './map-names.ts';
import { type Lead, leadsOf } from './scores.ts';

type Summary = SummaryOf<'hit-rate'>;

/** The winner at each share with its margin in incidents: a lead of a few is said to be one. */
export function HitWords({ summary }: { summary: Summary }) {
  return (
    <div className={panelStyles.stack}>
      {leadsOf(summary).map((lead) => (
        <p key={lead.share}>
          <LeadWords lead={lead} all={summary.heldOut?.incidents ?? 0} />
        </p>
      ))}
    </div>
  );
}

function LeadWords({ lead, all }: { lead: Lead; all: number }) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  // The last cell of a share counts in part; nobody thinks of parts of an incident.
  const hits = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 0 });
  const index = (value: number) => intl.formatNumber(value, { maximumSignificantDigits: 3 });
  const values = {
    share: percent(lead.share),
    maps: intl.formatList(lead.best.map(name)),
    hits: hits(lead.hits),
    all: intl.formatNumber(all),
    rate: percent(lead.hitRate),
    lead: hits(lead.lead),
    next: lead.next === null ? '' : name(lead.next),
    margin: lead.margin,
    pai: index(lead.pai),
    nextPai: index(lead.nextPai),
    known: String(lead.expected !== null),
    expected: Math.round(lead.expected ?? 0),
  };
  if (lead.margin === 'tie')
    return (
      <FormattedMessage
        id="map.hit.tie"
        defaultMessage="On {share} of the area no map wins: “{maps}” have {hits} of {all} incidents each ({rate})."
        values={values}
      />
    );
  return (
    <FormattedMessage
      id="map.hit.wins"
      defaultMessage="On {share} of the area “{maps}” would have been right most often: {hits} of {all} incidents ({rate}), {lead} more than “{next}” (PAI {pai} against {nextPai}){margin, select, narrow {, a narrow lead} other {}}.{known, select, true { At the pace of before it expected {expected, number} there.} other {}}"
      values={values}
    />
  );
}
