import { refuseFile } from './file-refusal.ts';
import type { FileBytes } from './import-service.ts';

/** Long for a network that stumbles, short for others who wait to write while a stalled file holds the store. */
const MOST_SILENCE_MS = 60_000;

/** A file as it arrives, given up when nothing more of it comes although it is waited for. */
export async function* arrivingBytes(
  file: FileBytes,
  mostSilenceMs = MOST_SILENCE_MS,
): AsyncGenerator<Uint8Array> {
  const blocks = file[Symbol.asyncIterator]();
  let ended = false;
  try {
    while (!ended) {
      const { done, value } = await withinTime(blocks.next(), mostSilenceMs);
      ended = done === true;
      if (!done) yield value;
    }
  } finally {
    // Not waited for: a sender that is silent does not answer this either.
    if (!ended) void blocks.return?.()?.catch(() => {});
  }
}

async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refuseFile('upload_stalled')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
