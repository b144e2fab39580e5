import { z } from 'zod';
import { longText } from './fields.ts';

/** The verdict in the words of the people who answer for it; the generated sentence stays with its result. */
export const verdictPart = z.object({ text: longText }).strict();
