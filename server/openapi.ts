import type { ValidationTargets } from 'hono';
import { describeRoute, resolver, validator } from 'hono-openapi';
import { z } from 'zod';
import { proveAgainFirst } from './auth/proven-lately.ts';
import type { AppEnv } from './deps.ts';
import { isNowhere, reachOf } from './domain/held-roles.ts';
import type { Action } from './domain/permissions.ts';
import { AppError, type FieldError } from './errors.ts';
import { notJoined } from './guests.ts';
import type { KeptOtherwise } from './kept-otherwise.ts';
import { notAllowed } from './refusals.ts';

/** The one shape of every error reply. */
export const errorDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  })
  .meta({ id: 'ErrorDetails' });

const REASONS: Record<number, string> = {
  400: 'The request does not fit the schema.',
  401: 'Nobody is signed in.',
  403: 'No role of this person allows it, or the request comes from another site.',
  404: 'There is no such thing, or it was deleted.',
  409: 'It does not go with what is stored now.',
  412: 'The record was changed in the meantime; `current` is its newest version.',
  413: 'The body is too large.',
  415: 'The body is of a kind this route does not read.',
  416: 'The range lies outside the file.',
  422: 'The input was understood and cannot be used.',
  428: 'The header If-Match with the version is missing.',
  429: 'Too many tries; wait as long as Retry-After says.',
};

export interface RouteText {
  tag: string;
  summary: string;
  description?: string;
  /** Replies that are no error: a schema, or a media type and what it holds. */
  replies: Record<number, z.ZodType | { media: string; description: string } | null>;
  /** Error replies beside those every route has. */
  errors?: readonly number[];
  /**
   * What a person must be allowed to do; `session`: whoever is signed in may; `open`: so may everybody else; `guest`: a
   * telephone at a meeting that runs, and nobody else.
   */
  may: Action | 'session' | 'open' | 'guest';
  /** The route looks at where a thing lies: whoever may do this in some areas alone is let in too. */
  placed?: true;
  /** It changes who can do what, or what is there for good: takes a proof of the last ten minutes of who it is. */
  proven?: true;
  ifMatch?: 'required' | 'optional';
  /** A repeated request gives the first reply again; said how where that must not be kept as it was given. */
  idempotent?: true | KeptOtherwise<AppEnv>;
}

/**
 * Writes the route into the OpenAPI document, with every error it can give, and lets nobody in who may not. One line does
 * both, so that a route cannot be described without its permission, nor the document say another one than is held to.
 */
export function describe(text: RouteText) {
  const described = describeRoute({
    tags: [text.tag],
    summary: text.summary,
    ...(text.description ? { description: text.description } : {}),
    ...(text.may === 'open' ? { security: [] } : {}),
    ...(text.may === 'guest' ? { security: [{ guest: [] }] } : {}),
    parameters: headersOf(text),
    responses: { ...goodReplies(text.replies), ...errorReplies(text) },
    ...permissionOf(text),
  });
  const guard: typeof described = async (c, next) => {
    const { may, placed } = text;
    if (may === 'guest' && c.get('guest') === undefined) throw notJoined();
    if (may !== 'open' && may !== 'session' && may !== 'guest') {
      const reach = reachOf(c.get('roles'), may);
      if (isNowhere(reach)) throw notAllowed(may);
      if (reach !== 'everywhere' && !placed) throw notInAreas(may);
    }
    if (text.proven && !c.get('provenLately')) throw proveAgainFirst();
    const { idempotent } = text;
    if (!idempotent) return next();
    return c.get('once')(c, next, idempotent === true ? undefined : idempotent);
  };
  // The description hangs on the handler it was made for.
  return Object.assign(guard, described);
}

/** An extension of the document, which the types of the library do not know. */
const permissionOf = ({ may, placed, proven }: RouteText) => ({
  'x-permission': may,
  'x-placed': placed ?? false,
  'x-proven': proven ?? false,
});

function notInAreas(action: Action): AppError {
  return new AppError(
    403,
    'not_in_areas',
    `Your role for this holds in an area alone, and this is about the whole workspace (${action}). Ask an administrator.`,
  );
}

function headersOf({ ifMatch, idempotent }: RouteText) {
  const header = (name: string, required: boolean, description: string) => ({
    in: 'header' as const,
    name,
    required,
    description,
    schema: { type: 'string' as const },
  });
  return [
    ...(ifMatch ? [header('If-Match', ifMatch === 'required', 'Version that was read, as in "3".')] : []),
    ...(idempotent ? [header('Idempotency-Key', false, 'The same key gives the first reply again.')] : []),
  ];
}

function goodReplies(replies: RouteText['replies']) {
  return Object.fromEntries(
    Object.entries(replies).map(([status, reply]) => {
      if (reply === null) return [status, { description: 'Done; no content.' }];
      if ('media' in reply)
        return [
          status,
          {
            description: reply.description,
            content: { [reply.media]: { schema: { type: 'string' as const, format: 'binary' } } },
          },
        ];
      return [status, { description: 'Done.', content: { 'application/json': { schema: resolver(reply) } } }];
    }),
  );
}

function errorReplies(text: RouteText) {
  const statuses = new Set([400, ...(text.may === 'open' ? [] : [401, 403]), ...(text.errors ?? [])]);
  if (text.ifMatch) for (const status of [404, 412]) statuses.add(status);
  if (text.ifMatch === 'required') statuses.add(428);
  if (text.idempotent) statuses.add(409);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [
      String(status),
      {
        description: REASONS[status] ?? 'Error.',
        content: { 'application/problem+json': { schema: resolver(errorDetails) } },
      },
    ]),
  );
}

/** Checks one part of the request; what does not fit is named by pointer and never repeated. */
export function valid<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (!result.success) throw misfit(target, result.error, namesIn(schema), result.data);
    if (!isText(result.data)) throw misfit(target, [{ message: 'Holds characters that are no text.' }]);
  });
}

/** More than any body has; what it has to be is checked against its own schema (`fitting`). */
const MOST_FIELDS = 100;

/** A body of which only the path, or another part of it, says what has to be in it. The document shows all there are. */
export function anyOf(bodies: Readonly<Record<string, z.ZodObject>>) {
  const shown = Object.entries(bodies).map(([title, body]) => ({
    title,
    ...z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }),
  }));
  return z
    .record(z.string().max(100), z.unknown())
    .refine((body) => Object.keys(body).length <= MOST_FIELDS, `At most ${MOST_FIELDS} fields.`)
    .meta({ anyOf: shown, maxProperties: MOST_FIELDS, additionalProperties: true });
}

/** What the body holds, checked against the schema that was chosen for it. */
export function fitting<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw misfit('json', result.error.issues, namesIn(schema), body);
  return result.data;
}

/**
 * Whether every text in it is one. Half a character (a lone surrogate) is stored as another text than was sent, so that the
 * history would no longer fit its hashes, and databases end a text at a zero.
 */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return !/[\p{Cs}\0]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => isText(key) && isText(part));
}

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  /** The most that fits, of what is too long. */
  readonly maximum?: number | bigint;
}

/**
 * The refusal for input that does not fit its schema. A part of a place that is not among `names` is input, and not said;
 * of the input itself nothing but how long a text in it is.
 */
export function misfit(
  target: string,
  issues: readonly Issue[],
  names?: ReadonlySet<string>,
  input?: unknown,
): AppError {
  const where = target === 'json' || target === 'form' ? '' : `/${target}`;
  const errors = issues.slice(0, 20).map((issue): FieldError => {
    const pointer = pointerOf(issue.path ?? [], names);
    return { pointer: where + pointer, detail: tooLong(issue, pointer, input) ?? sentenceOf(issue) };
  });
  return new AppError(400, 'does_not_fit', 'The request does not fit: see the fields named in errors.', {
    errors,
  });
}

/** Writers of long texts are told by how much, with what the schema advises; null for whatever else is amiss. */
function tooLong(
  { code, message, path = [], maximum }: Issue,
  pointer: string,
  input: unknown,
): string | null {
  if (code !== 'too_big' || maximum === undefined) return null;
  let at = input;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return null;
    at = Reflect.get(at, typeof part === 'object' ? part.key : part);
  }
  if (typeof at !== 'string') return null;
  const name = pointer.split('/').at(-1);
  const number = (count: number | bigint) => count.toLocaleString('en-GB');
  const which = !name || name === '*' || /^\d+$/.test(name) ? 'A text' : `The text “${name}”`;
  const [, advice = 'shorten it.'] = /^At most [\d,]+ characters: (.+)$/.exec(message) ?? [];
  return `${which} has ${number(at.length)} characters, and at most ${number(maximum)} are taken: ${advice}`;
}

function pointerOf(path: NonNullable<Issue['path']>, names?: ReadonlySet<string>): string {
  return path
    .map((part) => (typeof part === 'object' ? part.key : part))
    .map((key) => (typeof key === 'number' || !names || names.has(String(key)) ? key : '*'))
    .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`)
    .join('');
}

const namesOfSchemas = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** The names of all fields of a schema. */
function namesIn(schema: z.ZodType): ReadonlySet<string> {
  const known = namesOfSchemas.get(schema);
  if (known) return known;
  const names = new Set<string>();
  JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), (key, value) => {
    if (key === 'properties' && typeof value === 'object')
      for (const name of Object.keys(value)) names.add(name);
    return value;
  });
  namesOfSchemas.set(schema, names);
  return names;
}

/** Zod names unknown keys in its message, and a key is input: say only that there are some. */
function sentenceOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return 'Has fields that are not known here.';
  if (issue.code === 'invalid_union') return 'Does not fit any of the allowed forms.';
  return issue.message;
}

/** A page of a list; `most` where it is short by its nature and has one page alone. */
export function pageOf<T extends z.ZodType>(item: T, most?: number) {
  const items = z.array(item);
  return z.object({ items: most === undefined ? items : items.max(most), next: z.string().nullable() });
}

/** Numbers of records in a path. */
export const numberParam = z.object({ id: z.string().regex(/^[1-9]\d{0,14}$/, 'Must be a whole number.') });
/** Opaque ids of records in a path. */
export const idParam = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/, 'Must be an id as the server gave it.'),
});
