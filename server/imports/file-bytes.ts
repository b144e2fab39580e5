import type { Writable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuseFile } from './file-refusal.ts';
import type { FileBytes } from './import-service.ts';

const GIGABYTE = 1024 ** 3;
const MOST_BYTES = 8 * GIGABYTE;
/** Text shrinks 5 to 30 times; more than this is no export of data. */
const MOST_INFLATION = 200;
const INFLATION_FLOOR = 64 * 1024 * 1024;
const BLOCK = 256 * 1024;

/** The bytes of the file itself: inflated when it is gzip, refused at once when it is known not to be text. */
export async function* plainBytes(file: FileBytes): AsyncGenerator<Uint8Array> {
  const source = await withFirstBytes(file, 512);
  if (source.first.length === 0) throw refuseFile('empty_file');
  if (!isGzip(source.first)) {
    refuseKnownFormats(source.first);
    yield* limited(source.all);
    return;
  }
  const inflated = await withFirstBytes(inflate(source.all), 512);
  if (inflated.first.length === 0) throw refuseFile('empty_file');
  refuseKnownFormats(inflated.first);
  yield* inflated.all;
}

export function isGzip(first: Uint8Array): boolean {
  return first[0] === 0x1f && first[1] === 0x8b;
}

interface Source {
  first: Uint8Array;
  all: FileBytes;
}

/** Looks at the first bytes without losing them. */
async function withFirstBytes(file: FileBytes, wanted: number): Promise<Source> {
  const iterator = file[Symbol.asyncIterator]();
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < wanted) {
    const { done, value } = await iterator.next();
    if (done) break;
    first = first.length === 0 ? value : Buffer.concat([first, value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      if (first.length > 0) yield first;
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) return;
        if (value.length > 0) yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return { first, all: all() };
}

async function* limited(file: FileBytes): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const block of file) {
    bytes += block.length;
    if (bytes > MOST_BYTES) throw refuseFile('file_too_large', { limit: MOST_BYTES / GIGABYTE });
    yield block;
  }
}

async function* inflate(file: FileBytes): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: BLOCK });
  let packed = 0;
  let failure: unknown = null;
  const feed = async () => {
    for await (const block of file) {
      packed += block.length;
      if (gunzip.destroyed) return;
      if (!gunzip.write(block)) await drained(gunzip);
    }
    gunzip.end();
  };
  const fed = feed().catch((error: unknown) => {
    failure = error;
    gunzip.destroy();
  });
  let bytes = 0;
  try {
    for await (const block of gunzip) {
      bytes += block.length;
      if (bytes > MOST_BYTES) throw refuseFile('file_too_large', { limit: MOST_BYTES / GIGABYTE });
      if (bytes > INFLATION_FLOOR && bytes > packed * MOST_INFLATION) throw refuseFile('inflates_too_far');
      yield block;
    }
  } catch (error) {
    if (failure) throw failure;
    throw isZlibError(error) ? refuseFile('damaged_gzip') : error;
  } finally {
    gunzip.destroy();
  }
  await fed;
  if (failure) throw failure;
}

/** Also when it was destroyed and will never drain. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.once('drain', done).once('close', done);
  });
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));
}

const SIGNATURES: readonly { bytes: readonly number[]; format: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], format: 'PDF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], format: 'JPEG' },
  { bytes: [0x50, 0x41, 0x52, 0x31], format: 'Parquet' },
  { bytes: [0x00, 0x00, 0x27, 0x0a], format: 'shapefile' },
  { bytes: [...Buffer.from('SQLite format 3')], format: 'GeoPackage or SQLite' },
  { bytes: [...Buffer.from('PMTiles')], format: 'PMTiles' },
];

const ARCHIVES: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x28, 0xb5, 0x2f, 0xfd],
];

function refuseKnownFormats(first: Uint8Array): void {
  if (startsWith(first, [0xd0, 0xcf, 0x11, 0xe0])) throw refuseFile('spreadsheet_file');
  if (startsWith(first, [0x50, 0x4b]))
    throw refuseFile(isOfficeFile(first) ? 'spreadsheet_file' : 'archive_file');
  if (ARCHIVES.some((bytes) => startsWith(first, bytes))) throw refuseFile('archive_file');
  const known = SIGNATURES.find(({ bytes }) => startsWith(first, bytes));
  if (known) throw refuseFile('unsupported_format', { format: known.format });
  const head = Buffer.from(first.subarray(0, 512)).toString('latin1').trimStart();
  if (/^(<\?xml[^>]*>\s*)?<(kml|gpx|html|!doctype)/i.test(head))
    throw refuseFile('unsupported_format', { format: /<kml/i.test(head) ? 'KML' : 'markup' });
}

/** Spreadsheets are zip files whose first entries have these names. */
function isOfficeFile(first: Uint8Array): boolean {
  const head = Buffer.from(first).toString('latin1');
  return /\[Content_Types\]|_rels\/|xl\/|docProps|mimetypeapplication\/vnd\.oasis/.test(head);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
