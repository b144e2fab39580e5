import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '../../../../ui/button.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { placeText, useDayText, useExpectedText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { Verdict } from '../verdict.tsx';

/** Incidents from which a chain is no series that anybody would follow up. */
const LONG = 100;

/** Why do these incidents belong together? */
export function ChainCard({ run, id }: CardProps<'near-repeat'>) {
  const intl = useIntl();
  const day = useDayText();
  const expected = useExpectedText();
  const { select } = useMapContext();
  const { chains = [], links } = run.summary ?? {};
  const chain = chains.find(({ rank }) => String(rank) === id);
  if (!chain || !links) return <Gone />;
  return (
    <>
      <Verdict tone="hot">
        <FormattedMessage
          id="map.near.verdict"
          defaultMessage="Chain {rank, number}, {place}: {incidents, number} incidents from {from} to {to}, each within {distance, number} m and {days, number} days of another one of them."
          values={{
            rank: chain.rank,
            place: placeText(chain.placeName, chain.centre),
            incidents: chain.incidents,
            from: day(chain.from),
            to: day(chain.to),
            distance: links.distance,
            days: links.days,
          }}
        />
      </Verdict>
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.near.caution"
          defaultMessage="Chance makes chains, too: {expected} of the {pairs, number} linked pairs would be there anyway.{long, select, true { So long a chain tells of a busy place rather than of one series; a shorter distance or fewer days take it apart.} other {}}"
          values={{
            expected: expected(links.expected),
            pairs: links.pairs,
            long: String(chain.incidents > LONG),
          }}
        />
      </p>
      <h3>
        <FormattedMessage
          id="map.near.members"
          defaultMessage="{all, plural, one {# incident} other {# incidents}}{listed, select, all {} other {, the first {listed}}}"
          values={{
            all: chain.incidents,
            listed: chain.ids.length === chain.incidents ? 'all' : intl.formatNumber(chain.ids.length),
          }}
        />
      </h3>
      <div className={panelStyles.row}>
        {chain.ids.map((incident, i) => (
          <Button
            key={incident}
            size="small"
            onPress={() => select({ kind: 'incident', id: String(incident) })}
          >
            {intl.formatMessage(
              { id: 'map.near.member', defaultMessage: 'No. {place, number}' },
              { place: i + 1 },
            )}
          </Button>
        ))}
      </div>
    </>
  );
}
