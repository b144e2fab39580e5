import type { ReactNode } from 'react';
import type { Action } from '../server/app.ts';
import { useMay } from './api/session.ts';

/** Shows what only those see who may do something with it. The server decides; this keeps empty promises off the page. */
export function IfMay({ action, children }: { action: Action; children: ReactNode }) {
  return useMay(action) ? children : null;
}
