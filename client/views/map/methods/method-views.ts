import type { MethodId } from '../../../api/runs.ts';
import { kernelDensityView } from './kernel-density/view.ts';
import { localGiStarView } from './local-gi-star/view.ts';
import type { MethodView } from './method-view.ts';
import { QUESTION_IDS, type QuestionId } from './questions.ts';

/** One view a method: a method without one does not compile. Methods of one question stand in the order they are offered. */
export const METHOD_VIEWS: { readonly [Id in MethodId]: MethodView<Id> } = {
  'kernel-density': kernelDensityView,
  'local-gi-star': localGiStarView,
};

// The keys of the record are the ids; Object.keys forgets it.
const METHOD_IDS = Object.keys(METHOD_VIEWS) as MethodId[];

export const methodsOf = (question: QuestionId): MethodId[] =>
  METHOD_IDS.filter((id) => METHOD_VIEWS[id].question === question);

/** Questions that have a method to answer them. */
export const ASKED: readonly QuestionId[] = QUESTION_IDS.filter((id) => methodsOf(id).length > 0);
