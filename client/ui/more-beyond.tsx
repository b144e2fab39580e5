import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import styles from './more-beyond.module.css';

interface MoreBeyondProps {
  /** What scrolls; it stands among the children. */
  readonly box: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A frame round what scrolls sideways. Without its veil a phone shows the first columns of a table as if they were all. */
export function MoreBeyond({ box, children }: MoreBeyondProps) {
  const frame = useRef<HTMLDivElement>(null);
  // After every drawing: other rows may be wider.
  useEffect(() => {
    const inner = box.current;
    if (!inner) return;
    const tell = () => {
      const more = isMoreBeyond(inner.scrollLeft, inner.clientWidth, inner.scrollWidth);
      frame.current?.toggleAttribute('data-more', more);
    };
    const size = new ResizeObserver(tell);
    for (const element of [inner, ...inner.children]) size.observe(element);
    inner.addEventListener('scroll', tell, { passive: true });
    return () => {
      size.disconnect();
      inner.removeEventListener('scroll', tell);
    };
  });
  return (
    <div ref={frame} className={styles.frame}>
      {children}
    </div>
  );
}

/** Half pixels are rounding, not content. */
const SLACK = 2;

/** Whether something lies beyond the far edge. From right to left the browser counts the way scrolled below zero. */
export function isMoreBeyond(scrolled: number, room: number, content: number): boolean {
  return content - room - Math.abs(scrolled) > SLACK;
}
