import { defineMessages, type MessageDescriptor } from 'react-intl';
import type { PartBodies } from '../../api/problem-parts.ts';

export type TriangleSide = NonNullable<PartBodies['triangle']['weakSide']>;

/** The sides of the triangle, each with who could control it. */
export const SIDE_WORDS: Record<TriangleSide, MessageDescriptor> = defineMessages({
  'offender/handler': { id: 'side.offender', defaultMessage: 'Offender and handler' },
  'target/guardian': { id: 'side.target', defaultMessage: 'Target and guardian' },
  'place/manager': { id: 'side.place', defaultMessage: 'Place and manager' },
});
