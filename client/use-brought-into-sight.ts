import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** What an address names by its hash comes into sight, although it was not there yet when the page was opened. */
export function useBroughtIntoSight<Element extends HTMLElement>(id: string): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const isNamed = useRouterState({ select: ({ location }) => location.hash === id });
  useEffect(() => {
    if (isNamed) element.current?.scrollIntoView({ block: 'center' });
  }, [isNamed]);
  return element;
}
