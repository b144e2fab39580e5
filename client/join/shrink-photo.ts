/** Long enough to see what is wrong at a place; small enough for a poor network. */
const LONG_SIDE_PIXELS = 1600;
const QUALITY = 0.82;
/** What an old telephone can still unpack. */
export const MOST_FILE_BYTES = 30 * 1024 * 1024;

export type PhotoFault = 'too_large' | 'no_photo';

/**
 * The picture alone, drawn anew as a JPEG of at most so many pixels: it travels faster, and place, time and device stay on the
 * telephone. The server takes them out once more. A word instead: why it cannot be sent.
 */
export async function shrinkPhoto(file: File): Promise<ArrayBuffer | PhotoFault> {
  if (file.size > MOST_FILE_BYTES) return 'too_large';
  const picture = await opened(file).catch(() => null);
  if (picture === null || picture.width === 0) return 'no_photo';
  const scale = Math.min(1, LONG_SIDE_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return smaller === null ? 'no_photo' : smaller.arrayBuffer();
}

/** Upright, whatever the photo says of how it was held; by an element of the page where an old browser knows no better. */
async function opened(file: File): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return byElement(file);
  }
}

function byElement(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    for (const one of [image, reader]) one.addEventListener('error', () => reject(new Error('no photo')));
    reader.addEventListener('load', () => {
      image.src = String(reader.result);
    });
    reader.readAsDataURL(file);
  });
}
