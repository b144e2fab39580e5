import type { z } from 'zod';
import { analysisTasksPart } from './analysis-tasks.ts';
import { assessmentPart } from './assessment.ts';
import { cheersPart } from './cheers.ts';
import { classificationPart } from './classification.ts';
import { currentResponsePart } from './current-response.ts';
import { decisionPart } from './decision.ts';
import { elementsPart } from './elements.ts';
import { explanationsPart } from './explanations.ts';
import { leadsPart } from './leads.ts';
import { objectivePart } from './objective.ts';
import { priorityPart } from './priority.ts';
import { publicationRefusalPart } from './publication-refusal.ts';
import { trianglePart } from './triangle.ts';
import { verdictPart } from './verdict-part.ts';

/** What a case has one of, by the name in the address. One line a part; the bodies are in the files of this folder. */
export const PARTS = {
  cheers: cheersPart,
  assessment: assessmentPart,
  explanations: explanationsPart,
  verdict: verdictPart,
  decision: decisionPart,
  publication_refusal: publicationRefusalPart,
  analysis_tasks: analysisTasksPart,
  triangle: trianglePart,
  current_response: currentResponsePart,
  classification: classificationPart,
  elements: elementsPart,
  leads: leadsPart,
  objective: objectivePart,
  priority: priorityPart,
} as const satisfies Record<string, z.ZodObject>;

export type PartName = keyof typeof PARTS;
export type PartBodies = { [Name in PartName]: z.infer<(typeof PARTS)[Name]> };

// The keys of the list are the names; Object.keys forgets it.
export const PART_NAMES = Object.keys(PARTS) as [PartName, ...PartName[]];
