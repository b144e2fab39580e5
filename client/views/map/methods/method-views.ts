import type { MethodId } from '../../../api/runs.ts';
import { assetRingsView } from './asset-rings/view.ts';
import { burstsView } from './bursts/view.ts';
import { changeView } from './change/view.ts';
import { concentrationView } from './concentration/view.ts';
import { countsView } from './counts/view.ts';
import { dataClockView } from './data-clock/view.ts';
import { dbscanView } from './dbscan/view.ts';
import { dualDensityView } from './dual-density/view.ts';
import { emergingHotspotsView } from './emerging-hotspots/view.ts';
import { hitRateView } from './hit-rate/view.ts';
import { kernelDensityView } from './kernel-density/view.ts';
import { localGiStarView } from './local-gi-star/view.ts';
import { localMoranView } from './local-moran/view.ts';
import { locationQuotientView } from './location-quotient/view.ts';
import type { MethodView } from './method-view.ts';
import { nearRepeatView } from './near-repeat/view.ts';
import { nearestNeighbourView } from './nearest-neighbour/view.ts';
import { pointPatternTestView } from './point-pattern-test/view.ts';
import { QUESTION_IDS, type QuestionId } from './questions.ts';
import { riskTerrainView } from './risk-terrain/view.ts';
import { scanView } from './scan/view.ts';
import { trendView } from './trend/view.ts';

/** One view a method: a method without one does not compile. Methods of one question stand in the order they are offered. */
export const METHOD_VIEWS: { readonly [Id in MethodId]: MethodView<Id> } = {
  counts: countsView,
  'kernel-density': kernelDensityView,
  'local-gi-star': localGiStarView,
  'local-moran': localMoranView,
  dbscan: dbscanView,
  scan: scanView,
  'dual-density': dualDensityView,
  change: changeView,
  'emerging-hotspots': emergingHotspotsView,
  'point-pattern-test': pointPatternTestView,
  'near-repeat': nearRepeatView,
  'data-clock': dataClockView,
  trend: trendView,
  bursts: burstsView,
  concentration: concentrationView,
  'asset-rings': assetRingsView,
  'location-quotient': locationQuotientView,
  'risk-terrain': riskTerrainView,
  'nearest-neighbour': nearestNeighbourView,
  'hit-rate': hitRateView,
};

// The keys of the record are the ids; Object.keys forgets it.
const METHOD_IDS = Object.keys(METHOD_VIEWS) as MethodId[];

export const methodsOf = (question: QuestionId): MethodId[] =>
  METHOD_IDS.filter((id) => METHOD_VIEWS[id].question === question);

/** Questions that have a method to answer them. */
export const ASKED: readonly QuestionId[] = QUESTION_IDS.filter((id) => methodsOf(id).length > 0);
