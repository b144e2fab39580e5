import type { Encoding } from './contract.ts';

/** Bytes that are not text in this encoding. `before` is what was read of the block, to count its lines. */
export class BadBytes extends Error {
  readonly code: 'invalid_utf8' | 'invalid_encoding' | 'binary_file';
  readonly before: string;

  constructor(code: BadBytes['code'], before: string) {
    super(code);
    this.code = code;
    this.before = before;
  }
}

export interface TextDecoding {
  readonly encoding: Encoding;
  /** UTF-8 was tried first and did not fit. */
  readonly fellBack: boolean;
  decode(block: Uint8Array): string;
  end(): string;
}

/** Without a given encoding: marks decide, then the pattern of zero bytes, then whether UTF-8 holds. */
export function createTextDecoding(given: Encoding | null): TextDecoding {
  let encoding: Encoding | null = given;
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let fellBack = false;
  let atStart = true;
  let beyondAscii = false;
  // A character cut by the end of a block waits here for its other half.
  let held: Uint8Array = new Uint8Array(0);

  const decodeUtf8 = (part: Uint8Array, stream: boolean): string => {
    const whole = held.length > 0 ? Buffer.concat([held, part]) : part;
    const cut = stream ? cutLength(whole) : 0;
    const block = whole.subarray(0, whole.length - cut);
    held = whole.slice(whole.length - cut);
    try {
      decoder ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
      const text = decoder.decode(block);
      if (text.length !== block.length) beyondAscii = true;
      return text;
    } catch {
      if (isBinary(block)) throw new BadBytes('binary_file', '');
      const loose = new TextDecoder('utf-8').decode(block);
      const before = loose.slice(0, loose.indexOf('\ufffd'));
      if (given || beyondAscii || isMostlyUtf8(loose)) throw new BadBytes('invalid_utf8', before);
      encoding = 'windows-1252';
      fellBack = true;
      held = new Uint8Array(0);
      return decodeWindows1252(whole);
    }
  };

  const decode = (block: Uint8Array, stream: boolean): string => {
    encoding ??= encodingByMarks(block);
    let text = encoding === 'utf-8' ? decodeUtf8(block, stream) : decodeOther(block, stream);
    if (atStart && text !== '') {
      atStart = false;
      if (text.charCodeAt(0) === BYTE_ORDER_MARK) text = text.slice(1);
    }
    const zero = text.indexOf('\0');
    if (zero >= 0) throw new BadBytes('binary_file', text.slice(0, zero));
    return text;
  };

  const decodeOther = (block: Uint8Array, stream: boolean): string => {
    if (encoding === 'windows-1252') return decodeWindows1252(block);
    decoder ??= new TextDecoder(encoding ?? 'utf-8');
    return decoder.decode(block, { stream });
  };

  return {
    get encoding() {
      return encoding ?? 'utf-8';
    },
    get fellBack() {
      return fellBack;
    },
    decode: (block) => decode(block, true),
    end: () => (encoding === 'windows-1252' ? '' : decode(new Uint8Array(0), false)),
  };
}

const BYTE_ORDER_MARK = 0xfeff;

/** Bytes at the end that begin a UTF-8 character without finishing it. */
function cutLength(block: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, block.length); back++) {
    const byte = block[block.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function encodingByMarks(block: Uint8Array): Encoding {
  if (block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
  if (block[0] === 0xfe && block[1] === 0xff) return 'utf-16be';
  const length = Math.min(block.length, 1024);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i++) if (block[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (odd > length / 4 && even < length / 100) return 'utf-16le';
  if (even > length / 4 && odd < length / 100) return 'utf-16be';
  return 'utf-8';
}

/** Text has line ends and tabs, hardly any other control character, and no zero. */
function isBinary(block: Uint8Array): boolean {
  let controls = 0;
  for (const byte of block) {
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls++;
  }
  return controls > block.length / 100;
}

/** Damaged UTF-8 rather than another encoding: more characters beyond ASCII hold than fail. */
function isMostlyUtf8(loose: string): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < loose.length; i++) {
    const c = loose.charCodeAt(i);
    if (c === 0xfffd) bad++;
    else if (c > 127) good++;
  }
  return good > bad;
}

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By our own table: what runtimes do with the bytes 0x80 to 0x9f has differed between versions. */
function decodeWindows1252(block: Uint8Array): string {
  const text = Buffer.from(block.buffer, block.byteOffset, block.byteLength).toString('latin1');
  const undefinedByte = text.search(/[\u0081\u008d\u008f\u0090\u009d]/);
  if (undefinedByte >= 0) throw new BadBytes('invalid_encoding', text.slice(0, undefinedByte));
  return text.replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80]);
}
