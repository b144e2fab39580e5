import { defineMessages, type IntlShape, type MessageDescriptor, useIntl } from 'react-intl';
import { useAssetKindText } from '../asset-kinds.ts';
import type { LegendKey, LegendPart, RampUnit, Swatch } from './legend.ts';

/** What is written beside a colour or a shape. */
export const LEGEND_TEXTS = defineMessages({
  hot3: { id: 'map.legend.hot3', defaultMessage: 'Hot, z 5 or more' },
  hot2: { id: 'map.legend.hot2', defaultMessage: 'Hot, z 3 to 5' },
  hot1: { id: 'map.legend.hot1', defaultMessage: 'Hot, z below 3' },
  notSignificant: { id: 'map.legend.notSignificant', defaultMessage: 'Could be chance: not filled' },
  cold1: { id: 'map.legend.cold1', defaultMessage: 'Cold, z above −3' },
  cold2: { id: 'map.legend.cold2', defaultMessage: 'Cold, z −3 to −5' },
  cold3: { id: 'map.legend.cold3', defaultMessage: 'Cold, z −5 or less' },
  otherCategories: { id: 'map.legend.otherCategories', defaultMessage: 'All other categories' },
  area: { id: 'map.legend.area', defaultMessage: 'Official area' },
  customArea: { id: 'map.legend.customArea', defaultMessage: 'Drawn area' },
  street: { id: 'map.legend.street', defaultMessage: 'Street' },
  river: { id: 'map.legend.river', defaultMessage: 'River' },
  problem: { id: 'map.legend.problem', defaultMessage: 'Problem case; its badge shows the stage' },
  annotation: { id: 'map.legend.annotation', defaultMessage: 'Note' },
  concern: {
    id: 'map.legend.concern',
    defaultMessage: 'Concern; a dashed square where no finer place was told',
  },
  intervention: { id: 'map.legend.intervention', defaultMessage: 'Intervention' },
  highHigh: { id: 'map.legend.highHigh', defaultMessage: 'Many, among many' },
  highLow: { id: 'map.legend.highLow', defaultMessage: 'Many, among few' },
  lowHigh: { id: 'map.legend.lowHigh', defaultMessage: 'Few, among many' },
  lowLow: { id: 'map.legend.lowLow', defaultMessage: 'Few, among few' },
  more: { id: 'map.legend.more', defaultMessage: 'More than before' },
  fewer: { id: 'map.legend.fewer', defaultMessage: 'Fewer than before' },
  largerShare: { id: 'map.legend.largerShare', defaultMessage: 'A larger share than before' },
  smallerShare: { id: 'map.legend.smallerShare', defaultMessage: 'A smaller share than before' },
  denser3: { id: 'map.legend.denser3', defaultMessage: 'Far denser' },
  denser2: { id: 'map.legend.denser2', defaultMessage: 'Denser' },
  denser1: { id: 'map.legend.denser1', defaultMessage: 'Somewhat denser' },
  asDense: { id: 'map.legend.asDense', defaultMessage: 'About as dense: not filled' },
  sparser1: { id: 'map.legend.sparser1', defaultMessage: 'Somewhat sparser' },
  sparser2: { id: 'map.legend.sparser2', defaultMessage: 'Sparser' },
  sparser3: { id: 'map.legend.sparser3', defaultMessage: 'Far sparser' },
  tooFewToSay: { id: 'map.legend.tooFewToSay', defaultMessage: 'Too few to say' },
  sameShare: { id: 'map.legend.sameShare', defaultMessage: 'About the same share: not filled' },
  cluster: { id: 'map.legend.cluster', defaultMessage: 'Cluster; the number is its rank' },
  scanCluster: { id: 'map.legend.scanCluster', defaultMessage: 'Circle, more than chance' },
  scanChance: { id: 'map.legend.scanChance', defaultMessage: 'Circle that could be chance' },
  chainFirst: { id: 'map.legend.chainFirst', defaultMessage: 'First of a chain' },
  chainLater: { id: 'map.legend.chainLater', defaultMessage: 'Followed an earlier one' },
  topPlace: { id: 'map.legend.topPlace', defaultMessage: 'Place with most incidents' },
  riskyAsset: {
    id: 'map.legend.riskyAsset',
    defaultMessage: 'Asset; its size grows with the incidents near it',
  },
  studyRegion: {
    id: 'map.legend.studyRegion',
    defaultMessage: 'Outline around the incidents: what they are measured against',
  },
  terrain1: { id: 'map.legend.terrain1', defaultMessage: 'Up to 1.5 times the lowest rate' },
  terrain2: { id: 'map.legend.terrain2', defaultMessage: '1.5 to 2 times' },
  terrain3: { id: 'map.legend.terrain3', defaultMessage: '2 to 4 times' },
  terrain4: { id: 'map.legend.terrain4', defaultMessage: '4 times or more' },
  terrainLowest: { id: 'map.legend.terrainLowest', defaultMessage: 'Lowest rate: not filled' },
  quotient2: { id: 'map.legend.quotient2', defaultMessage: 'Twice its usual part, or more' },
  quotient1: { id: 'map.legend.quotient1', defaultMessage: 'A larger part than elsewhere' },
  quotientBelow1: { id: 'map.legend.quotientBelow1', defaultMessage: 'A smaller part than elsewhere' },
  quotientBelow2: { id: 'map.legend.quotientBelow2', defaultMessage: 'Half its usual part, or less' },
  quotientNone: {
    id: 'map.legend.quotientNone',
    defaultMessage: 'Could be chance, or too few to say: not filled',
  },
  hit: { id: 'map.legend.hit', defaultMessage: 'Watched, and it happened there' },
  idle: { id: 'map.legend.idle', defaultMessage: 'Watched, and nothing happened' },
  missed: { id: 'map.legend.missed', defaultMessage: 'Not watched, yet it happened' },
  quiet: { id: 'map.legend.quiet', defaultMessage: 'Not watched, and nothing happened' },
  noPattern: { id: 'map.legend.noPattern', defaultMessage: 'No history with a name: not filled' },
  noIncidents: { id: 'map.legend.noIncidents', defaultMessage: 'No incidents: not filled' },
  noHarm: { id: 'map.legend.noHarm', defaultMessage: 'No harm: not filled' },
  noRate: { id: 'map.legend.noRate', defaultMessage: 'No rate: too few residents or none known' },
  new_hot: { id: 'map.pattern.new.hot', defaultMessage: 'New hot spot' },
  consecutive_hot: { id: 'map.pattern.consecutive.hot', defaultMessage: 'Consecutive hot spot' },
  intensifying_hot: { id: 'map.pattern.intensifying.hot', defaultMessage: 'Intensifying hot spot' },
  persistent_hot: { id: 'map.pattern.persistent.hot', defaultMessage: 'Persistent hot spot' },
  diminishing_hot: { id: 'map.pattern.diminishing.hot', defaultMessage: 'Diminishing hot spot' },
  oscillating_hot: { id: 'map.pattern.oscillating.hot', defaultMessage: 'Oscillating hot spot' },
  sporadic_hot: { id: 'map.pattern.sporadic.hot', defaultMessage: 'Sporadic hot spot' },
  historical_hot: { id: 'map.pattern.historical.hot', defaultMessage: 'Historical hot spot' },
  emerging_hot: { id: 'map.pattern.emerging.hot', defaultMessage: 'Emerging hot spot' },
  former_hot: { id: 'map.pattern.former.hot', defaultMessage: 'Former hot spot' },
  intermittent_hot: { id: 'map.pattern.intermittent.hot', defaultMessage: 'Intermittent hot spot' },
  new_cold: { id: 'map.pattern.new.cold', defaultMessage: 'New cold spot' },
  consecutive_cold: { id: 'map.pattern.consecutive.cold', defaultMessage: 'Consecutive cold spot' },
  intensifying_cold: { id: 'map.pattern.intensifying.cold', defaultMessage: 'Intensifying cold spot' },
  persistent_cold: { id: 'map.pattern.persistent.cold', defaultMessage: 'Persistent cold spot' },
  diminishing_cold: { id: 'map.pattern.diminishing.cold', defaultMessage: 'Diminishing cold spot' },
  oscillating_cold: { id: 'map.pattern.oscillating.cold', defaultMessage: 'Oscillating cold spot' },
  sporadic_cold: { id: 'map.pattern.sporadic.cold', defaultMessage: 'Sporadic cold spot' },
  historical_cold: { id: 'map.pattern.historical.cold', defaultMessage: 'Historical cold spot' },
  emerging_cold: { id: 'map.pattern.emerging.cold', defaultMessage: 'Emerging cold spot' },
  former_cold: { id: 'map.pattern.former.cold', defaultMessage: 'Former cold spot' },
  intermittent_cold: { id: 'map.pattern.intermittent.cold', defaultMessage: 'Intermittent cold spot' },
  mixed: { id: 'map.pattern.mixed', defaultMessage: 'Hot in some periods, cold in others' },
} satisfies Record<LegendKey, { id: string; defaultMessage: string }>);

/** What the numbers under a ramp are. */
/** What somebody sees who does not see single incidents. */
export function squaresText(
  intl: IntlShape,
  { side, hidden }: Extract<LegendPart, { kind: 'squares' }>,
): string {
  const texts = [
    intl.formatMessage(
      {
        id: 'map.legend.squares',
        defaultMessage:
          'Places are shown as squares{side, select, 0 {} other { of at least {side}}} and dates as months, so that nobody can be recognised. A colour counts in what larger squares around hold, spread evenly; squares of 8 km and more are outlined only.',
      },
      { side: side === null ? '0' : lengthText(intl, side) },
    ),
  ];
  if (hidden)
    texts.push(
      intl.formatMessage(
        {
          id: 'map.legend.squares.hidden',
          defaultMessage:
            '{hidden, plural, one {# incident is} other {# incidents are}} not shown because too few are alike.',
        },
        { hidden },
      ),
    );
  return texts.join(' ');
}

const lengthText = (intl: IntlShape, metres: number): string =>
  metres < 1000
    ? intl.formatNumber(metres, { style: 'unit', unit: 'meter' })
    : intl.formatNumber(metres / 1000, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 });

export const RAMP_TEXTS: Readonly<Record<RampUnit, MessageDescriptor>> = defineMessages({
  incidents: { id: 'map.legend.incidents', defaultMessage: 'Incidents' },
  perSquareKilometre: { id: 'map.legend.perSquareKilometre', defaultMessage: 'Incidents per km²' },
  perThousandYear: {
    id: 'map.legend.perThousandYear',
    defaultMessage: 'Incidents a year per 1,000 residents',
  },
  harm: { id: 'map.legend.harm', defaultMessage: 'Harm' },
  harmPerSquareKilometre: { id: 'map.legend.harmPerSquareKilometre', defaultMessage: 'Harm per km²' },
  harmPerThousandYear: {
    id: 'map.legend.harmPerThousandYear',
    defaultMessage: 'Harm a year per 1,000 residents',
  },
});

export function useLegendText(): (label: Swatch['label']) => string {
  const intl = useIntl();
  const kindText = useAssetKindText();
  return (label) => legendText(intl, kindText, label);
}

export function legendText(
  intl: IntlShape,
  kindText: (kind: string) => string,
  label: Swatch['label'],
): string {
  if ('text' in label) return label.text;
  return 'assetKind' in label ? kindText(label.assetKind) : intl.formatMessage(LEGEND_TEXTS[label.key]);
}
