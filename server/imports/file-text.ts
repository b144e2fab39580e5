import type { Encoding } from './contract.ts';
import { BadBytes, createTextDecoding, type TextDecoding } from './decode-text.ts';
import { plainBytes } from './file-bytes.ts';
import { refuseFile } from './file-refusal.ts';
import type { FileBytes } from './import-service.ts';

export interface FileText {
  readonly decoding: TextDecoding;
  /** The next piece of text; null at the end. */
  next(): Promise<string | null>;
  /** Stops reading; the sender is told. */
  stop(): Promise<void>;
}

/** A file as text that comes in pieces. */
export function openFileText(file: FileBytes, encoding: Encoding | null): FileText {
  const decoding = createTextDecoding(encoding);
  const blocks = plainBytes(file);
  let line = 1;
  let ended = false;

  const decoded = (decode: () => string): string => {
    try {
      const text = decode();
      line += countLines(text);
      return text;
    } catch (error) {
      if (!(error instanceof BadBytes)) throw error;
      throw refuseFile(error.code, { line: line + countLines(error.before) });
    }
  };

  return {
    decoding,
    async next() {
      while (!ended) {
        const { done, value } = await blocks.next();
        ended = done === true;
        const text = decoded(() => (done ? decoding.end() : decoding.decode(value)));
        if (text !== '') return text;
      }
      return null;
    },
    async stop() {
      await blocks.return(undefined);
    },
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
