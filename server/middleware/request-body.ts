import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../deps.ts';
import { MOST_PDF_BYTES } from '../domain/case/attachment.ts';
import { TooLarge } from '../error-reply.ts';
import { AppError } from '../errors.ts';

const JSON_BYTES = 1024 * 1024;
const SHAPE_BYTES = 64 * 1024 * 1024;
/** The largest file, and the form round it. */
const FILE_BYTES = MOST_PDF_BYTES + JSON_BYTES;

/** Routes that read files as they arrive and count the bytes themselves. */
export const STREAMED_BODY = /^\/api\/imports\/(inspect|[^/]+\/file)$/;
/** Routes that take a file in a form. What it is, they find out themselves, once the person was found to be allowed. */
export const FILE_BODY = /^\/api\/(problems\/[^/]+\/attachments|guest\/concerns\/[^/]+\/photo)$/;
/** Routes whose bodies hold the outlines of areas. */
export const LONG_BODY = /^\/api\/((areas|annotations)(\/|$)|problems(\/[^/]+)?$)/;

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new TooLarge(maxSize / (1024 * 1024));
    },
  });
const small = limitedTo(JSON_BYTES);
const large = limitedTo(SHAPE_BYTES);
const file = limitedTo(FILE_BYTES);

/** Bodies are JSON and have an end, except files. */
export const requestBody = createMiddleware<AppEnv>(async (c, next) => {
  if (STREAMED_BODY.test(c.req.path)) return next();
  if (FILE_BODY.test(c.req.path)) return file(c, next);
  if (hasBody(c.req.raw)) {
    const type = c.req.header('content-type') ?? '';
    if (!/^application\/json\s*(;|$)/i.test(type))
      throw new AppError(415, 'not_json', 'Send the body as JSON, with Content-Type: application/json.');
  }
  return (LONG_BODY.test(c.req.path) ? large : small)(c, next);
});

function hasBody(request: Request): boolean {
  if (WITHOUT_BODY.has(request.method)) return false;
  const length = request.headers.get('content-length');
  if (length !== null) return length !== '0';
  if (request.headers.has('transfer-encoding')) return true;
  // Without a length nothing follows, but Node gives an empty stream all the same with methods that may have a body.
  return WITH_BODY.has(request.method) && request.body !== null;
}

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);
const WITH_BODY = new Set(['POST', 'PUT', 'PATCH']);
