/** What a text says that it had better not: numbers to call, addresses, names, and words of what must not be kept. */

export const TEXT_WARNINGS = ['phone', 'email', 'name', 'protected'] as const;
export type TextWarning = (typeof TEXT_WARNINGS)[number];

export interface FoundInText {
  readonly kind: TextWarning;
  /** Where it stands; the whole text for protected words. */
  readonly from: number;
  readonly to: number;
}

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
/** Digits of any script with the signs people put between them; a date or a clock time has fewer than seven in a row. */
const PHONE = /(?:\+|00)?\p{Nd}(?:[\s().\-\u2010-\u2015/]{0,2}\p{Nd}){6,14}(?!\p{Nd})/gu;
const DATE = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})$/;
/** English, French, Spanish, Portuguese, German, Swahili titles; a name begins with a capital. */
const TITLED =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Madam|M|Mme|Mlle|Sr|Sra|Srta|Dona|Don|Herr|Frau|Bwana|Bibi|Mzee|Mama|Chief|Sheikh|Imam|Pastor|Father|Sister|Officer|Sergeant|Constable)\.?\s+\p{Lu}[\p{L}\p{M}'’-]+(?:\s+\p{Lu}[\p{L}\p{M}'’-]+)?/gu;
const TITLED_ARABIC =
  /(?<![\p{L}])(?:السيدة|السيد|الأستاذة|الأستاذ|الشيخ|الدكتورة|الدكتور|الحاجة|الحاج)\s+\p{L}+(?:\s+\p{L}+)?/gu;

/** `isProtected` says whether a text holds a protected word (protected-categories.ts). Nothing is changed in the text. */
export function warningsIn(text: string, isProtected: (text: string) => boolean): FoundInText[] {
  const found = [
    ...matches('email', EMAIL, text),
    ...matches('phone', PHONE, text).filter(({ from, to }) => !DATE.test(text.slice(from, to))),
    ...matches('name', TITLED, text),
    ...matches('name', TITLED_ARABIC, text),
  ];
  if (text !== '' && isProtected(text)) found.push({ kind: 'protected', from: 0, to: text.length });
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

function matches(kind: TextWarning, pattern: RegExp, text: string): FoundInText[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({
    kind,
    from: index,
    to: index + match.length,
  }));
}
