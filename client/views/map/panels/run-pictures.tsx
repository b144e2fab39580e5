import type { ReactNode } from 'react';
import type { Run } from '../../../api/runs.ts';
import { PictureNotesContext } from '../../../ui/picture/picture-notes.ts';
import { useRunNotes } from './run-notes.ts';

/** Charts in here can be saved, with what has to stand under them. */
export function RunPictures({ run, children }: { run: Run; children: ReactNode }) {
  return <PictureNotesContext value={useRunNotes(run)}>{children}</PictureNotesContext>;
}
