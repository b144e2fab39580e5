import { AppError } from './errors.ts';

/** Where a page ended, as text that means nothing to the one who hands it back. */
export function cursorOf(...key: (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of a cursor of that many parts. */
export function keyOf(cursor: string, parts: number): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every(isKeyPart)) return key;
  } catch {
    // Not ours: said below.
  }
  throw new AppError(400, 'cursor_unreadable', 'Hand back `next` of the reply before as `after`, unchanged.');
}

function isKeyPart(part: unknown): part is string | number {
  return typeof part === 'string' || (typeof part === 'number' && Number.isSafeInteger(part));
}
