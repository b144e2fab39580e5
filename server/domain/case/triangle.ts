/**
 * The problem analysis triangle (Clarke and Eck, step 8): who offends, what is harmed and where, each with who could control it;
 * around them those who could move the controllers (Sampson, Eck and Dunham 2010). Roles and places, never persons.
 */
import { z } from 'zod';
import { TRIANGLE_SIDES } from '../triangle-side.ts';
import { line, longText, name, oneOf } from './fields.ts';

export const ANSWERS = ['yes', 'partly', 'no', 'unknown'] as const;
export const SUPER_CONTROLLERS = [
  'organisational',
  'contractual',
  'financial',
  'regulatory',
  'courts',
  'political',
  'markets',
  'media',
  'groups',
  'family',
] as const;

const answer = oneOf(ANSWERS);

export const trianglePart = z
  .object({
    behaviour: longText,
    motivation: longText,
    tools: line,
    target: longText,
    attraction: longText,
    features: longText,
    handler: line,
    handlerExists: answer,
    handlerAble: answer,
    handlerWilling: answer,
    handlerMissing: longText,
    guardian: line,
    guardianExists: answer,
    guardianAble: answer,
    guardianWilling: answer,
    guardianMissing: longText,
    manager: line,
    managerExists: answer,
    managerAble: answer,
    managerWilling: answer,
    managerMissing: longText,
    superControllers: z
      .array(z.object({ kind: z.enum(SUPER_CONTROLLERS), who: name, lever: line }).strict())
      .max(20, 'At most 20 of them.')
      .default([]),
    weakSide: oneOf(TRIANGLE_SIDES),
    whyWeak: longText,
  })
  .strict();

export type Triangle = z.infer<typeof trianglePart>;
