import { type Measure, type PictureSheet, SHEET_FONT, sheetSvg } from './sheet.ts';

export type PictureFormat = 'svg' | 'png';

/** Pixels of the file for one of the picture. */
const SHARPNESS = 2;
/** Browsers refuse larger canvases. */
const MOST_PIXELS = 60_000_000;

/** Hands out a sheet as a file. */
export async function savePicture(sheet: PictureSheet, name: string, format: PictureFormat): Promise<void> {
  const { svg, width, height } = sheetSvg(sheet, measurer());
  const file =
    format === 'svg'
      ? new Blob([svg], { type: 'image/svg+xml' })
      : await drawPng(
          { source: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, width, height },
          SHARPNESS,
        );
  saveFile(file, `${name}.${format}`);
}

/** Hands out what the server gives at an address; the server names the file. */
export function saveAddress(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** Hands out a file that was made here. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file by the time the page is idle again.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

interface Drawable {
  /** The address of a picture of this machine, or the picture itself as a data URL. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

/** The pixels of a picture, so many of them for one of its own. */
export async function drawPng({ source, width, height }: Drawable, sharpness: number): Promise<Blob> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const scale = Math.min(sharpness, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: Math.round(width * scale), height: Math.round(height * scale) });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser could not draw the picture.'))),
      'image/png',
    ),
  );
}

/** Widths as this browser sets them. */
export function measurer(): Measure {
  const context = globalThis.document?.createElement('canvas').getContext('2d');
  return (text, size, weight = 400) => {
    if (!context) return text.length * size * 0.55;
    context.font = `${weight} ${size}px ${SHEET_FONT}`;
    return context.measureText(text).width;
  };
}
