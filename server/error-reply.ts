import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv, Log } from './deps.ts';
import { withCoarseShapes } from './domain/coarse-shapes.ts';
import { isExactEverywhere } from './domain/grants.ts';
import { AppError } from './errors.ts';
import { StoreInTrouble } from './store-trouble.ts';

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported kind of content',
  416: 'Range not satisfiable',
  422: 'Cannot be used',
  428: 'Version missing',
  429: 'Too many tries',
  500: 'Unexpected error',
  503: 'Not available now',
};

/** The one place where an error becomes a reply. Only AppError texts reach the client; all else stays in the log. */
export function replyToError(log: Log) {
  return (error: Error, c: Context<AppEnv>): Response => {
    const known = asAppError(error);
    if (known instanceof StoreInTrouble)
      log.error(
        { requestId: c.get('requestId'), code: known.code, err: known.cause },
        'the store is in trouble',
      );
    if (known) return errorReply(c, known);
    log.error({ requestId: c.get('requestId'), err: error }, 'unexpected error');
    return errorReply(c, {
      status: 500,
      code: 'unexpected',
      message: 'Something went wrong on the server. Try again; if it stays, report the request id.',
    });
  };
}

function asAppError(error: Error): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.message.startsWith('Malformed FormData'))
    return new AppError(400, 'broken_form', 'The body is no form with a file: send multipart/form-data.');
  if (error instanceof HTTPException && error.status === 400)
    return new AppError(400, 'broken_json', 'The body is not valid JSON.');
  if (error instanceof HTTPException && error.status === 413) return new TooLarge();
  return null;
}

export class TooLarge extends AppError {
  constructor(megabytes?: number) {
    const most = megabytes === undefined ? '' : `: at most ${megabytes} MB`;
    super(
      413,
      'too_large',
      `What was sent is larger than is taken here${most}. Nothing of it was saved: shorten it.`,
    );
  }
}

interface ErrorText {
  status: number;
  code: string;
  message: string;
  errors?: AppError['errors'];
  extra?: AppError['extra'];
}

/** application/problem+json in the one shape every error has. */
export function errorReply(c: Context<AppEnv>, error: ErrorText): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId: c.get('requestId'),
    errors: error.errors ?? [],
    ...extraAsSeen(c, error.extra),
  };
  if (typeof error.extra?.retryAfter === 'number') c.header('Retry-After', String(error.extra.retryAfter));
  return c.body(JSON.stringify(body), error.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}

/** The newest version of a record, without what it would tell of incidents out of sight. */
function extraAsSeen(c: Context<AppEnv>, extra: AppError['extra'] = {}): AppError['extra'] {
  if (isExactEverywhere(c.get('viewer')?.grants ?? [])) return extra;
  const coarse = withCoarseShapes(extra);
  const { current } = coarse;
  const isDataset =
    typeof current === 'object' && current !== null && 'bounds' in current && 'from' in current;
  return isDataset ? { ...coarse, current: { ...current, ...UNTOLD } } : coarse;
}

/** Of a data set. */
const UNTOLD = { bounds: null, from: null, to: null };

export function replyNotFound(c: Context<AppEnv>): Response {
  return errorReply(c, { status: 404, code: 'no_such_route', message: 'There is nothing at this address.' });
}

export function replyWrongMethod(c: Context<AppEnv>, allowed: string[]): Response {
  c.header('Allow', allowed.join(', '));
  return errorReply(c, {
    status: 405,
    code: 'wrong_method',
    message: 'This address does not take this method: see the header Allow.',
  });
}
