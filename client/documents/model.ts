/**
 * A document as plain data, as the file of a case or the minutes of a meeting. The page, its print and the document for a
 * word processor are made from this alone, so that none of them says what another does not.
 */
export interface PaperFile {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly ref: string;
  readonly title: string;
  readonly workspace: string;
  /** Reference and who reads it: on the head of every page. */
  readonly confidentiality: string;
  readonly cover: readonly FactRow[];
  readonly parts: readonly FilePart[];
}

export interface FilePart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Begins on a page of its own. */
  readonly newPage?: boolean;
}

export interface FactRow {
  readonly name: string;
  readonly text: string;
}

export type Block =
  | FileHeading
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'quiet' | 'verdict' }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | FileTable
  | FileFigure;

export interface FileHeading {
  readonly kind: 'heading';
  readonly text: string;
  /** Begins a page of its own. */
  readonly newPage?: boolean;
}

export interface FileTable {
  readonly kind: 'table';
  readonly label: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** All cells but the names are figures. */
  readonly figures: boolean;
}

/** A picture with its key, what it shows, and what to know before it is believed. */
export interface FileFigure {
  readonly kind: 'figure';
  readonly caption: string;
  /** Told to those who do not see it. */
  readonly alt: string;
  readonly picture: FilePicture;
  readonly notes: readonly string[];
}

/** A drawing or a photo, with the size it has at 96 dots an inch. */
export type FilePicture = Drawn | Photo;

/** Vector markup of a whole SVG file, in colours for paper. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture that the server keeps. */
export interface Photo {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Where a browser reads a picture from. */
export const sourceOf = (picture: FilePicture): string =>
  'svg' in picture ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}` : picture.address;

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const plain = (text: string): Block => ({ kind: 'text', text, tone: 'plain' });
export const quiet = (text: string): Block => ({ kind: 'text', text, tone: 'quiet' });
export const facts = (rows: readonly FactRow[]): Block[] => {
  const said = rows.filter(({ text }) => text !== '' && text !== '–');
  return said.length > 0 ? [{ kind: 'facts', rows: said }] : [];
};
