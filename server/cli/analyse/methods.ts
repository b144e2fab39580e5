import { assetRingsMethod, dualDensityMethod, harmWeightsMethod, nearestSegmentMethod } from './beside.ts';
import { nausAlarmMethod, nausScanMethod, weekdayTestMethod } from './bursts.ts';
import { changeMapMethod, changeOfCountsMethod, pointPatternTestMethod } from './change-map.ts';
import { dbscanMethod, localKnoxMethod, nearestNeighbourIndexMethod } from './clusters.ts';
import { bordaCountMethod, controlMatchMethod, dotVotesMethod, suppressionMethod } from './committee.ts';
import { concentrationMethod, repeatPlacesMethod, riskyFacilitiesMethod } from './concentration.ts';
import { concentrationByAssetMethod } from './concentration-by-asset.ts';
import { countsMethod } from './counts.ts';
import {
  cumulativeDisplacementMethod,
  detectableEffectMethod,
  displacementQuotientMethod,
  harmDisplacementMethod,
} from './displacement-companions.ts';
import { emergingHotspotsMethod, hotspotClassificationMethod } from './emerging-hotspots.ts';
import { kernelDensityMethod } from './kernel-density.ts';
import { localGiStarMethod } from './local-gi-star.ts';
import { localMoranMethod, spatialAutocorrelationMethod } from './local-moran.ts';
import { mannKendallMethod } from './mann-kendall.ts';
import type { Method } from './method.ts';
import { nearRepeatMethod } from './near-repeat.ts';
import {
  areaRatesMethod,
  hitRateMethod,
  locationQuotientMethod,
  poissonCheckMethod,
  poissonContourMethod,
  riskTerrainMethod,
} from './place-counts.ts';
import { proportionMethod, twoProportionsMethod } from './proportions.ts';
import { scanStatisticMethod, spaceTimeScanMethod } from './scan.ts';
import { aoristicMethod, cusumMethod, poissonLimitsMethod, seasonalBandMethod } from './series.ts';
import { spaceTimeInteractionMethod } from './space-time-interaction.ts';
import {
  eTestMethod,
  poissonIntervalMethod,
  poissonZMethod,
  rateRatioMethod,
  ratioOfRatiosMethod,
} from './two-counts.ts';
import { weightedDisplacementMethod } from './weighted-displacement.ts';

/** Every method of the command line, in the order of the questions of the workbench. */
export const METHODS: readonly Method[] = [
  countsMethod,
  kernelDensityMethod,
  dualDensityMethod,
  areaRatesMethod,
  harmWeightsMethod,
  localGiStarMethod,
  localMoranMethod,
  spatialAutocorrelationMethod,
  scanStatisticMethod,
  spaceTimeScanMethod,
  dbscanMethod,
  nearestNeighbourIndexMethod,
  changeMapMethod,
  changeOfCountsMethod,
  pointPatternTestMethod,
  emergingHotspotsMethod,
  hotspotClassificationMethod,
  poissonContourMethod,
  nearRepeatMethod,
  spaceTimeInteractionMethod,
  localKnoxMethod,
  aoristicMethod,
  mannKendallMethod,
  seasonalBandMethod,
  poissonLimitsMethod,
  cusumMethod,
  poissonCheckMethod,
  nausScanMethod,
  nausAlarmMethod,
  weekdayTestMethod,
  nearestSegmentMethod,
  concentrationMethod,
  concentrationByAssetMethod,
  repeatPlacesMethod,
  riskyFacilitiesMethod,
  assetRingsMethod,
  locationQuotientMethod,
  riskTerrainMethod,
  hitRateMethod,
  weightedDisplacementMethod,
  harmDisplacementMethod,
  displacementQuotientMethod,
  cumulativeDisplacementMethod,
  detectableEffectMethod,
  rateRatioMethod,
  ratioOfRatiosMethod,
  eTestMethod,
  poissonZMethod,
  poissonIntervalMethod,
  proportionMethod,
  twoProportionsMethod,
  controlMatchMethod,
  suppressionMethod,
  dotVotesMethod,
  bordaCountMethod,
];
