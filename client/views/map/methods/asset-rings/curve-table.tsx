import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { useAssetKindText } from '../../../../asset-kinds.ts';
import { FigureTable } from '../../../../ui/figure-table.tsx';
import panelStyles from '../../panels/panels.module.css';
import { useChanceText, usePercentText } from '../figures.ts';

type Curve = NonNullable<SummaryOf<'asset-rings'>['curves']>[number];

interface CurveTableProps {
  readonly curves: readonly Curve[];
  readonly radius: number;
}

/** The J-curve of each kind in figures: do a few have most, and would chance give as much? */
export function CurveTable({ curves, radius }: CurveTableProps) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  const chance = useChanceText();
  const percent = usePercentText();
  if (curves.length === 0) return null;
  const label = intl.formatMessage({
    id: 'map.rings.curves',
    defaultMessage: 'Do a few assets of a kind have most?',
  });
  const share = ({ top }: Curve, place: number) =>
    top[place]
      ? intl.formatMessage(
          { id: 'map.rings.curveShare', defaultMessage: '{share} (chance {byChance})' },
          { share: percent(top[place].share), byChance: percent(top[place].byChance) },
        )
      : '–';
  return (
    <section className={panelStyles.section}>
      <h3>{label}</h3>
      <CurveWords curves={curves} radius={radius} />
      <FigureTable
        label={label}
        columns={[
          intl.formatMessage({ id: 'map.rings.curveKind', defaultMessage: 'Kind (assets)' }),
          intl.formatMessage({ id: 'map.rings.curveTenth', defaultMessage: 'First tenth has' }),
          'p',
          intl.formatMessage({ id: 'map.rings.curveFifth', defaultMessage: 'First fifth has' }),
          intl.formatMessage({ id: 'map.rings.curveWithout', defaultMessage: 'Without any' }),
        ]}
        rows={curves.map((curve) => ({
          id: curve.kind,
          name: intl.formatMessage(
            { id: 'map.rings.kindCount', defaultMessage: '{kind} ({assets, number})' },
            { kind: kindText(curve.kind), assets: curve.assets },
          ),
          figures: [
            { text: share(curve, 0) },
            { text: chance(curve.p) ?? '–' },
            { text: share(curve, 1) },
            { text: intl.formatNumber(curve.without) },
          ],
        }))}
      />
      <p className={panelStyles.quiet}>
        <FormattedMessage
          id="map.rings.curveRead"
          defaultMessage="Chance: the same incidents dealt to the assets with equal chances, on average; p is how often they are as uneven. Large and busy places stand first for that alone. Too few to say (–) below 5 assets or 20 incidents."
        />
      </p>
    </section>
  );
}

const ODD = 0.05;

/** The kind whose few have most incidents more than chance gives them. */
function CurveWords({ curves, radius }: CurveTableProps) {
  const kindText = useAssetKindText();
  const percent = usePercentText();
  const uneven = curves.filter(({ p, top }) => p !== null && p < ODD && top.length > 0);
  if (uneven.length === 0)
    return (
      <p>
        <FormattedMessage
          id="map.rings.curveNone"
          defaultMessage="Of no kind do a few assets have more than chance gives them."
        />
      </p>
    );
  const beyond = ({ top: [tenth], incidents }: Curve) => (tenth.share - tenth.byChance) * incidents;
  const first = uneven.reduce((most, curve) => (beyond(curve) > beyond(most) ? curve : most));
  return (
    <p>
      <FormattedMessage
        id="map.rings.curveWords"
        defaultMessage="Of {assets, number} assets of the kind “{kind}”, the {top, plural, one {one} other {#}} with most {top, plural, one {has} other {have}} {share} of {incidents, number} incidents within {radius, number} m of one; chance gives {byChance}. Look at these first, and at what sets them apart from the others."
        values={{
          assets: first.assets,
          kind: kindText(first.kind),
          top: first.top[0].assets,
          share: percent(first.top[0].share),
          incidents: first.incidents,
          radius,
          byChance: percent(first.top[0].byChance),
        }}
      />
    </p>
  );
}
