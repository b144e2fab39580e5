import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { usePercentText } from '../figures.ts';
import { useMapName } from './map-names.ts';
import { leadOf } from './scores.ts';

type Summary = SummaryOf<'hit-rate'>;

/** The winner at each share with its margin in incidents: a lead of a few is said to be one. */
export function HitWords({ summary }: { summary: Summary }) {
  return (
    <div>
      {summary.winners.map((winner) => (
        <p key={winner.share}>
          <WinnerWords summary={summary} winner={winner} />
        </p>
      ))}
    </div>
  );
}

interface WinnerProps {
  readonly summary: Summary;
  readonly winner: Summary['winners'][number];
}

function WinnerWords({ summary, winner }: WinnerProps) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  const lead = leadOf(summary, winner);
  if (!lead) return null;
  const hits = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 1 });
  const values = {
    share: percent(winner.share),
    map: name(winner.map),
    hits: hits(lead.hits),
    all: intl.formatNumber(lead.all),
    rate: percent(lead.rate),
    lead: hits(winner.lead),
    next: winner.next === null ? '' : name(winner.next),
    alone: String(winner.next === null),
    margin: lead.margin,
  };
  if (lead.margin === 'tie')
    return (
      <FormattedMessage
        id="map.hit.tie"
        defaultMessage="On {share} of the area no map wins: {map}{alone, select, true {} other { and {next}}} would have caught {hits} of {all} incidents ({rate})."
        values={values}
      />
    );
  return (
    <FormattedMessage
      id="map.hit.wins"
      defaultMessage="On {share} of the area {map} would have been right most often: {hits} of {all} incidents ({rate}){alone, select, true {.} other {, {lead} more than {next}{margin, select, narrow {. So narrow a lead may well be chance.} other {.}}}}"
      values={values}
    />
  );
}
