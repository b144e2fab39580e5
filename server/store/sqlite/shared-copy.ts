import { setImmediate as nextTurn } from 'node:timers/promises';

const PIECE_BYTES = 1024 * 1024;

/** The bytes where another thread sees them, copied piece by piece: whoever sends them to it in one go holds everybody up. */
export async function sharedCopy(bytes: Uint8Array): Promise<Uint8Array> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    shared.set(bytes.subarray(at, at + PIECE_BYTES), at);
    await nextTurn();
  }
  return shared;
}
