/** What went wrong, in one sentence a user can act on. Never holds the input itself. */
export class AppError extends Error {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 416 | 422 | 428 | 429 | 503;
  readonly errors: readonly FieldError[];
  /** Further members of the reply, such as both versions of a stale write. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    status: AppError['status'],
    code: string,
    message: string,
    more: { errors?: readonly FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.extra = more.extra ?? {};
  }
}

/** One field of the input that does not fit: a JSON pointer and what to do. */
export interface FieldError {
  pointer: string;
  detail: string;
}

export class NotFound extends AppError {
  constructor(what: string) {
    super(404, 'not_found', `There is no such ${what}, or it was deleted.`);
  }
}

/** A write against a version that is no longer the newest; carries the newest. */
export class StaleWrite extends AppError {
  constructor(current: { version: number }) {
    super(
      412,
      'stale_write',
      'Someone else changed this in the meantime. Look at the newest version and save again.',
      {
        extra: { current },
      },
    );
  }
}

export class Conflict extends AppError {
  constructor(code: string, message: string) {
    super(409, code, message);
  }
}

/** The input was understood and cannot be used. */
export class Unusable extends AppError {
  constructor(code: string, message: string, errors: readonly FieldError[] = []) {
    super(422, code, message, { errors });
  }
}

/** Guessing is slowed down: `retryAfter` says for how many seconds. */
export class TooManyTries extends AppError {
  constructor(seconds: number) {
    const minutes = Math.ceil(seconds / 60);
    const wait = seconds < 60 ? `${seconds} second${s(seconds)}` : `${minutes} minute${s(minutes)}`;
    super(429, 'too_many_tries', `Too many wrong tries. Wait ${wait}, then try again.`, {
      extra: { retryAfter: seconds },
    });
  }
}

const s = (count: number) => (count === 1 ? '' : 's');

/** Something that stops the start and that the person at the terminal can mend. */
export class CannotStart extends Error {}
