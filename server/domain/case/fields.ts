/** The kinds of fields that the parts of a case are made of. */
import { z } from 'zod';

const LONG = 10_000;
const SHORT = 200;

const atMost = (max: number) =>
  `At most ${max.toLocaleString('en-GB')} characters: put the rest into a note.`;

/** A text of some paragraphs; may be empty. */
export const longText = z.string().max(LONG, atMost(LONG)).default('');
/** One line; may be empty. */
export const line = z.string().trim().max(SHORT, atMost(SHORT)).default('');
/** One line that says something. */
export const name = z.string().trim().min(1, 'Must not be empty.').max(SHORT, atMost(SHORT));

/** Several short lines, each once. */
export const names = z
  .array(name)
  .max(30, 'At most 30 of them.')
  .refine((all) => new Set(all).size === all.length, 'Each only once.')
  .default([]);

/** Some of a list of words, each once, in any order. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z
    .array(z.enum(words))
    .max(words.length)
    .refine((all) => new Set(all).size === all.length, 'Each only once.')
    .default([]);
}

/** One of a list of words, or not said yet. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words).nullable().default(null);
}

/** A count of things, or not said yet. */
export const count = z
  .int('Must be a whole number.')
  .min(0, 'Must not be negative.')
  .max(10_000_000)
  .nullable()
  .default(null);

/** A meeting that is written down here, or none. */
export const meetingId = z
  .string()
  .regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.')
  .nullable()
  .default(null);

/** A calendar day, or not said yet. */
export const day = z.iso.date('Must be a day, as in 2026-03-31.').nullable().default(null);
