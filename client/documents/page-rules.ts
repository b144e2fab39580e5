import type { PaperFile } from './model.ts';

type Head = Pick<PaperFile, 'ref' | 'title' | 'confidentiality' | 'workspace' | 'direction'>;

/** More would run into the other corner. */
const MOST = 70;

/** Head and foot of every printed page: reference and title, who may read it, which page of how many. */
export function pageRules({ ref, title, confidentiality, workspace, direction }: Head): string {
  const [start, end] = direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const short = title.length > MOST ? `${title.slice(0, MOST).trimEnd()}…` : title;
  const look = `font: 8.5pt system-ui, "Noto Sans", sans-serif; color: #333;`;
  // A page of how many reads the same way everywhere.
  const words = `${look} direction: ${direction};`;
  return `@page {
  size: A4;
  margin: 24mm 20mm 22mm;
  @top-${start} { content: ${quoted(`${ref} · ${short}`)}; ${words} }
  @top-${end} { content: ${quoted(confidentiality)}; ${words} font-weight: 600; }
  @bottom-${start} { content: ${quoted(workspace)}; ${words} }
  @bottom-${end} { content: counter(page) " / " counter(pages); ${look} }
}`;
}

/** A text as a string of a style sheet, whatever a person wrote into it. */
export function quoted(text: string): string {
  const escaped = [...text].map((character) =>
    /[\p{Letter}\p{Number} .,·…()-]/u.test(character)
      ? character
      : `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped.join('')}"`;
}
