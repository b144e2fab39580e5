import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import panelStyles from '../../panels/panels.module.css';
import { useMetresText, usePercentText } from '../figures.ts';

type Summary = SummaryOf<'nearest-neighbour'>;
type Figures = NonNullable<Summary['incidents']>;

interface NearestWordsProps extends Pick<Summary, 'places' | 'sharing' | 'region'> {
  readonly incidents: Figures;
}

/** A share of the incidents at places with several, from which on it must be said. */
const NOTABLE = 0.1;

/** The answer as sentences, with what would make it wrong. */
export function NearestWords({ incidents, places, sharing, region }: NearestWordsProps) {
  const percent = usePercentText();
  return (
    <div className={panelStyles.stack}>
      <Sentence figures={incidents} />
      {sharing / incidents.n >= NOTABLE ? (
        <p>
          <FormattedMessage
            id="map.nearest.sharing"
            defaultMessage="{share} of the incidents ({sharing, number} of {n, number}) stand at a place with another one. {places, select, none {There are too few places to count every one once.} closer {Places, too, counted once each, lie closer together than chance.} apart {Counted once each, the places lie farther apart than chance: it is the repeats that keep together, not the places.} other {Counted once each, the places lie no differently from chance: it is the repeats that keep together, not the places.}}"
            values={{
              share: percent(sharing / incidents.n),
              sharing,
              n: incidents.n,
              places: places === null ? 'none' : sideOf(places),
            }}
          />
        </p>
      ) : null}
      {region === 'hull' ? (
        <p className={panelStyles.quiet}>
          <FormattedMessage
            id="map.nearest.hull"
            defaultMessage="The outline around the incidents stands for the ground on which they could have happened. One incident far out stretches it, and all others then seem to keep together: with an area in the filter the answer is firmer."
          />
        </p>
      ) : null}
    </div>
  );
}

function Sentence({ figures }: { figures: Figures }) {
  const intl = useIntl();
  const metres = useMetresText();
  return (
    <p>
      <FormattedMessage
        id="map.nearest.words"
        defaultMessage="{side, select, closer {Incidents lie closer together than chance} apart {Incidents lie farther apart, more evenly spread, than chance} other {Incidents lie no differently from chance}}: from one to the nearest other it is {observed} on average, and would be {expected} if they lay anywhere in the region (index {index})."
        values={{
          side: sideOf(figures),
          observed: metres(figures.observed),
          expected: metres(figures.expected),
          index: intl.formatNumber(figures.index, { maximumFractionDigits: 2 }),
        }}
      />
    </p>
  );
}

const sideOf = ({ class: side }: Figures) => (side < 0 ? 'closer' : side > 0 ? 'apart' : 'neither');
