import type { MultiPolygon, Polygon } from 'geojson';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ComparedPlace } from '../../../../map/results/point-pattern-test.ts';
import { dataOf } from '../../../../map/run-result.ts';
import { Facts } from '../../inspector/facts.tsx';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, usePercentText } from '../figures.ts';
import { Gone } from '../gone.tsx';
import type { CardProps } from '../method-view.ts';
import { OpenCase } from '../open-case.tsx';
import { Verdict } from '../verdict.tsx';

/** Why is this place coloured? */
export function PointPatternCard({ run: { parameters, summary }, id }: CardProps<'point-pattern-test'>) {
  const intl = useIntl();
  const { scene } = useMapContext();
  const data = dataOf(scene.result, 'point-pattern-test');
  const place = data?.places.find(({ cell }) => String(cell) === id);
  if (!summary || !place) return <Gone />;
  const area = summary.on === 'areas' ? scene.areas.find((one) => one.id === place.cell) : undefined;
  const shape = scene.selection;
  return (
    <>
      <Verdict tone={place.kind === 'larger' ? 'hot' : place.kind === 'smaller' ? 'cold' : undefined}>
        <PlaceWords place={place} name={area?.name ?? ''} />
      </Verdict>
      <PlaceFacts place={place} corrected={parameters.correction !== 'none'} />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.pattern.rule"
          defaultMessage="Rule: this place and all the rest, before and after, make a table of four counts; a place is coloured when {corrected, select, true {its p, corrected for all places with any incident,} other {its p}} is below {level}. A rise or fall of the whole does not count."
          values={{
            corrected: String(parameters.correction !== 'none'),
            level: intl.formatNumber(parameters.level, { maximumFractionDigits: 4 }),
          }}
        />
      </p>
      {shape && isPolygon(shape) ? <OpenCase geometry={shape} /> : null}
    </>
  );
}

const isPolygon = (shape: { type: string }): shape is Polygon | MultiPolygon =>
  shape.type === 'Polygon' || shape.type === 'MultiPolygon';

function PlaceWords({ place, name }: { place: ComparedPlace; name: string }) {
  const percent = usePercentText();
  const { kind, before, after, shareBefore, shareAfter } = place;
  if (before + after === 0)
    return (
      <FormattedMessage
        id="map.pattern.empty"
        defaultMessage="Not coloured: no incident here in either period."
      />
    );
  return (
    <FormattedMessage
      id="map.pattern.verdict"
      defaultMessage="{name, select, none {} other {{name}: }}{kind, select, larger {A larger share than before} smaller {A smaller share than before} other {Not coloured}}: {is} of all incidents after {was}. {kind, select, none {So much can be chance.} other {Chance alone seldom makes such a difference.}}"
      values={{
        name: name === '' ? 'none' : name,
        kind: kind ?? 'none',
        was: percent(shareBefore ?? 0),
        is: percent(shareAfter ?? 0),
      }}
    />
  );
}

function PlaceFacts({ place, corrected }: { place: ComparedPlace; corrected: boolean }) {
  const intl = useIntl();
  const chance = useChanceText();
  return (
    <Facts
      facts={[
        [
          intl.formatMessage({ id: 'map.change.cellBefore', defaultMessage: 'Incidents before' }),
          intl.formatNumber(place.before),
        ],
        [
          intl.formatMessage({ id: 'map.change.cellAfter', defaultMessage: 'Incidents after' }),
          intl.formatNumber(place.after),
        ],
        ['p', chance(place.p)],
        [
          corrected
            ? intl.formatMessage({ id: 'map.cell.q', defaultMessage: 'p, corrected (q)' })
            : intl.formatMessage({ id: 'map.cell.uncorrected', defaultMessage: 'p, not corrected' }),
          chance(place.q),
        ],
      ]}
    />
  );
}
