import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { Stage } from '../../api/records.ts';

/** In their order: Scanning, Analysis, Response, Assessment; then closed. */
export const STAGES: readonly Stage[] = ['scanning', 'analysis', 'response', 'assessment', 'closed'];

/** One step on, or back to any earlier stage. */
export function reachableStages(from: Stage): Stage[] {
  const here = STAGES.indexOf(from);
  return STAGES.filter((_, there) => there === here + 1 || there < here);
}

export const STAGE_WORDS: Record<Stage, MessageDescriptor> = defineMessages({
  scanning: { id: 'stage.scanning', defaultMessage: 'Scanning' },
  analysis: { id: 'stage.analysis', defaultMessage: 'Analysis' },
  response: { id: 'stage.response', defaultMessage: 'Response' },
  assessment: { id: 'stage.assessment', defaultMessage: 'Assessment' },
  closed: { id: 'stage.closed', defaultMessage: 'Closed' },
});

/** What is to be done in a stage, for whoever is new to it. */
export const STAGE_HINTS: Record<Stage, MessageDescriptor> = defineMessages({
  scanning: { id: 'stage.scanning.hint', defaultMessage: 'Is it a problem, and whose?' },
  analysis: { id: 'stage.analysis.hint', defaultMessage: 'Why does it happen here?' },
  response: { id: 'stage.response.hint', defaultMessage: 'Who does what about it?' },
  assessment: { id: 'stage.assessment.hint', defaultMessage: 'Did it work?' },
  closed: { id: 'stage.closed.hint', defaultMessage: 'Done, and written down.' },
});
