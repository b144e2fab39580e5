import {
  type AttachmentType,
  cleanName,
  isHeic,
  isPhotoType,
  isWholePdf,
  MOST_PDF_BYTES,
  MOST_PHOTO_BYTES,
  typeOf,
} from '../domain/case/attachment.ts';
import { AppError, Unusable } from '../errors.ts';
import { cleanPhoto } from './clean-photo.ts';

/** A file as it may be kept. */
export interface KeptFile {
  name: string;
  mediaType: AttachmentType;
  content: Uint8Array;
  /** Null of a document, as width and height are. */
  preview: Uint8Array | null;
  width: number | null;
  height: number | null;
}

/** Photos lie unpacked in memory while they are worked on: few may wait, and one at a time is worked on. */
const MOST_WAITING = 6;

export type ReadAttachment = (bytes: Uint8Array, name: string) => Promise<KeptFile>;

/** `longSide`: pixels a photo keeps at most. */
export function createReadAttachment(longSide?: number): ReadAttachment {
  let waiting = 0;
  let before: Promise<unknown> = Promise.resolve();

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= MOST_WAITING)
      throw new AppError(
        503,
        'photos_wait',
        'Several photos are being looked at just now. Try again in a moment.',
      );
    waiting++;
    const mine = before.then(work);
    before = mine.catch(() => {});
    try {
      return await mine;
    } finally {
      waiting--;
    }
  }

  return async (bytes, name) => {
    const mediaType = checked(bytes);
    const known = { name: cleanName(name, mediaType), mediaType };
    if (!isPhotoType(mediaType))
      return { ...known, content: bytes, preview: null, width: null, height: null };
    const { bytes: content, ...photo } = await inTurn(() => cleanPhoto(bytes, mediaType, longSide));
    return { ...known, content, ...photo };
  };
}

function checked(bytes: Uint8Array): AttachmentType {
  const mediaType = typeOf(bytes);
  if (mediaType === null) throw noSuchKind(bytes);
  const most = isPhotoType(mediaType) ? MOST_PHOTO_BYTES : MOST_PDF_BYTES;
  if (bytes.length > most)
    throw new AppError(
      413,
      'attachment_too_large',
      `A ${isPhotoType(mediaType) ? 'photo' : 'PDF'} may have ${most / 2 ** 20} MB, this one has ${(bytes.length / 2 ** 20).toFixed(1)}. Make it smaller, then attach it again.`,
    );
  if (mediaType === 'application/pdf' && !isWholePdf(bytes))
    throw new Unusable(
      'document_broken',
      'The file begins like a PDF and has no end. Save it again, or take another copy.',
    );
  return mediaType;
}

function noSuchKind(bytes: Uint8Array): Unusable {
  const detail = isHeic(bytes)
    ? 'This photo is in the HEIC format of telephones. Save or send it as JPEG, then attach it.'
    : 'This is no photo and no PDF, whatever its name says. JPEG, PNG, WebP and PDF can be attached.';
  return new Unusable('attachment_kind', detail);
}
