import sharp, { type Sharp } from 'sharp';
import type { PhotoType } from '../domain/case/attachment.ts';
import { Unusable } from '../errors.ts';

/** Long enough to read a street sign on paper. */
export const LONG_SIDE_PIXELS = 2560;
const PREVIEW_PIXELS = 480;
/** A telephone takes 50 million; each takes up to four bytes while it is worked on. */
const MOST_PIXELS = 64_000_000;
const MOST_SECONDS = 30;

// Whatever a file says it is, no other reader than these three ever looks at it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
// The other processors are for whoever waits for an answer.
sharp.concurrency(1);

export interface CleanPhoto {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** A small one for lists, as WebP. */
  preview: Uint8Array;
}

/**
 * The picture taken out of the file and written into a new one, upright and no larger than it is looked at. Nothing else of
 * the file is kept: not where and when and with what it was taken, no words, no small pictures, nothing behind its end.
 */
export async function cleanPhoto(
  bytes: Uint8Array,
  type: PhotoType,
  longSide: number = LONG_SIDE_PIXELS,
): Promise<CleanPhoto> {
  try {
    const { data, info } = await written(opened(bytes, longSide), type).toBuffer({ resolveWithObject: true });
    const preview = await sharp(data)
      .resize(PREVIEW_PIXELS, PREVIEW_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
    return { bytes: data, width: info.width, height: info.height, preview };
  } catch (error) {
    throw refused(error);
  }
}

function opened(bytes: Uint8Array, longSide: number) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .timeout({ seconds: MOST_SECONDS })
    .rotate()
    .resize(longSide, longSide, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

function written(photo: Sharp, type: PhotoType): Sharp {
  if (type === 'image/png') return photo.png({ compressionLevel: 6 });
  return type === 'image/webp' ? photo.webp({ quality: 82 }) : photo.jpeg({ quality: 84 });
}

function refused(error: unknown): Unusable {
  const words = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(words))
    return new Unusable(
      'photo_too_many_pixels',
      `The photo has more than ${MOST_PIXELS / 1e6} million pixels. Make it smaller, then attach it again.`,
    );
  if (/timeout/i.test(words))
    return new Unusable(
      'photo_takes_too_long',
      `The photo could not be read within ${MOST_SECONDS} seconds. Make it smaller, then attach it again.`,
    );
  return new Unusable(
    'photo_broken',
    'The file begins like a photo and is not a whole one. Save it again, or take another copy.',
  );
}
