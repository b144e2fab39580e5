import type { MethodId } from '../api/runs.ts';

const ABOUT_TIMES: ReadonlySet<MethodId> = new Set<MethodId>(['data-clock', 'trend', 'bursts']);

/** Whether the answers of a method are about times: the map stays as it is. */
export const isAboutTimes = (method: MethodId): boolean => ABOUT_TIMES.has(method);
