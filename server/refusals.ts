import type { Action } from './domain/permissions.ts';
import { AppError } from './errors.ts';

/** No role of this person allows it anywhere. */
export function notAllowed(action: Action): AppError {
  return new AppError(
    403,
    'not_allowed',
    `Your roles in this workspace do not allow this (${action}). Ask an administrator.`,
  );
}

/** Somebody may read it, and may do the rest elsewhere alone. */
export function notInYourArea(action: Action): AppError {
  return new AppError(
    403,
    'not_in_your_area',
    `You may read this; your role for doing more with it holds elsewhere (${action}). Ask an administrator.`,
  );
}
