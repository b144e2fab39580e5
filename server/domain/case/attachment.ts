/** What may be attached to a case: known by its first bytes, never by its name. */

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];
export const ATTACHMENT_TYPES = [...PHOTO_TYPES, 'application/pdf'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** What a file shows or is. */
export const ATTACHMENT_KINDS = [
  'place',
  'before',
  'after',
  'plan',
  'survey',
  'report',
  'minutes',
  'other',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

export const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
export const MOST_PDF_BYTES = 20 * 1024 * 1024;
/** Of one case. */
export const MOST_FILES = 60;
export const MOST_BYTES_OF_CASE = 200 * 1024 * 1024;

const ENDINGS: Readonly<Record<AttachmentType, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
};
const MOST_LETTERS = 120;
const MOST_GIVEN = 1000;

/** Null: none of what may be attached. */
export function typeOf(bytes: Uint8Array): AttachmentType | null {
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return textAt(bytes, 0, 5) === '%PDF-' ? 'application/pdf' : null;
}

export const isPhotoType = (type: AttachmentType): type is PhotoType => type !== 'application/pdf';

/** Pictures of telephones that are no JPEG. */
export function isHeic(bytes: Uint8Array): boolean {
  return textAt(bytes, 4, 8) === 'ftyp' && /^(hei|hev|mif1|msf1|avif)/.test(textAt(bytes, 8, 12));
}

/** A document has its end where its form says; what is cut off has none. */
export function isWholePdf(bytes: Uint8Array): boolean {
  return textAt(bytes, Math.max(0, bytes.length - 2048), bytes.length).includes('%%EOF');
}

/**
 * A name to save it under: without folders, without signs that are not seen or turn the text round, and with the ending of
 * what it is.
 */
export function cleanName(name: string, type: AttachmentType): string {
  const last = name.slice(-MOST_GIVEN).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '').replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
  const letters = [...plain.replace(/\s+/g, ' ')];
  const isOfTheName = (letter: string) => letter !== '.' && letter !== ' ';
  const inner = letters.slice(letters.findIndex(isOfTheName), letters.findLastIndex(isOfTheName) + 1);
  const short = inner.slice(0, MOST_LETTERS).join('').trimEnd();
  return (short || (isPhotoType(type) ? 'photo' : 'document')) + ENDINGS[type];
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
