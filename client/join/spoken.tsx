import type { ElementType } from 'react';
import { directionOf, type Said } from './language.ts';

/** A text with its own language and direction, whatever stands round it. */
export function Spoken({ said, as: Element = 'span' }: { readonly said: Said; readonly as?: ElementType }) {
  return (
    <Element lang={said.language} dir={directionOf(said.language)}>
      {said.text}
    </Element>
  );
}
