import { AskError, ask } from './ask.ts';
import type { ConcernSending } from './outbox.ts';

/** What became of a concern, and of the photo that went with it. */
export interface ConcernTaken {
  readonly receipt: string;
  /** The code with which the photo was refused; empty: there was none, or it was taken. */
  readonly photoRefused: string;
}

/**
 * First the words, then the photo under the same name: whatever is wrong with the photo, the words are in. Sent again, neither
 * is there twice.
 */
export async function sendConcern(name: string, { concern, photo }: ConcernSending): Promise<unknown> {
  const reply = await ask<object>('POST', '/concerns', concern, name);
  return photo && !concern.isProtected ? { ...reply, photoRefused: await sendPhoto(name, photo) } : reply;
}

async function sendPhoto(name: string, photo: ArrayBuffer): Promise<string> {
  const form = new FormData();
  form.set('file', new File([photo], 'photo.jpg', { type: 'image/jpeg' }));
  form.set('showsPeople', 'no');
  try {
    await ask('PUT', `/concerns/${encodeURIComponent(name)}/photo`, form);
    return '';
  } catch (error) {
    if (error instanceof AskError && !error.passes) return error.code;
    throw error;
  }
}

export function takenIn(reply: unknown): ConcernTaken {
  const { receipt, photoRefused } = Object(reply);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { receipt: text(receipt), photoRefused: text(photoRefused) };
}
