import type { HeldRole } from './domain/held-roles.ts';

/** Who asks: what is in their reach follows from their roles, and what lies nowhere from who made it. */
export interface Person {
  readonly userId: string;
  readonly roles: readonly HeldRole[];
}
