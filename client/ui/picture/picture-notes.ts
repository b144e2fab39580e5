import { createContext, useContext } from 'react';

/** What every picture taken from a part of the page says of itself. */
export interface PictureNotes {
  /** Begins the name of the file. */
  readonly name: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly data: unknown;
}

/** Pictures can be saved where somebody says what stands under them. */
export const PictureNotesContext = createContext<PictureNotes | null>(null);

export const usePictureNotes = (): PictureNotes | null => useContext(PictureNotesContext);

/** Letters, digits and hyphens, in lower case: a name that every disk takes. */
export const fileName = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .normalize('NFKD')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-+|(?<!-)-+$/g, '')
    .toLowerCase();

/** The colours of the theme as a file needs them. */
export function sheetColours(element: Element = document.body) {
  const look = getComputedStyle(element);
  const token = (name: string, otherwise: string) => look.getPropertyValue(name).trim() || otherwise;
  return {
    paper: token('--surface', '#ffffff'),
    ink: token('--ink', '#222222'),
    quiet: token('--ink-muted', '#555555'),
    line: token('--line', '#cccccc'),
  };
}
