import { type RefObject, useEffect, useRef } from 'react';
import { type IntlShape, useIntl } from 'react-intl';

export interface Limit {
  readonly value: string | undefined;
  /** Signs that fit, as the server counts them. */
  readonly most: number | undefined;
  /** What to do instead of shortening it. */
  readonly instead?: string | undefined;
}

/** What a writer is told whose text does not fit; undefined while it does. */
export function tooLongText(intl: IntlShape, { value = '', most, instead }: Limit): string | undefined {
  if (most === undefined || value.length <= most) return undefined;
  const text = intl.formatMessage(
    {
      id: 'ui.too-long',
      defaultMessage:
        'This text has {length, number} characters, and at most {most, number} fit here. All of it is still in the field; shorten it to save it.',
    },
    { length: value.length, most },
  );
  return instead ? `${text} ${instead}` : text;
}

/**
 * A limit that cuts nothing off: a text that was pasted stays whole, its writer is told, and its form is not sent. A
 * browser's own limit would drop the rest of it without a word.
 */
export function useTooLong(limit: Limit): {
  error: string | undefined;
  area: RefObject<HTMLTextAreaElement | null>;
} {
  const error = tooLongText(useIntl(), limit);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.setCustomValidity(error ?? ''), [error]);
  return { error, area };
}
