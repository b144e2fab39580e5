/** As long as the server keeps them. */
const LONG_SIDE_PIXELS = 2560;
/** Sent as it is: the server looks at it all the same. */
const SMALL_BYTES = 1_500_000;

/**
 * A large photo made smaller before it is sent, where the browser can read it: it travels faster, and what the telephone wrote
 * into it stays at home. Anything else comes back as it is, for the server to say what is wrong with it.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (file.type === 'application/pdf' || file.type === 'image/png') return file;
  if (file.size <= SMALL_BYTES && /^image\/(jpeg|webp)$/.test(file.type)) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONG_SIDE_PIXELS / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  return smaller ? new File([smaller], file.name, { type: 'image/jpeg' }) : file;
}
