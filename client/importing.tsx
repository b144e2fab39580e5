import { createContext, useContext } from 'react';

/** Opens the import of one file; the frame owns it, because a file can be dropped on any view. */
export const OpenImport = createContext<(file: File) => void>(() => {});

export function useOpenImport(): (file: File) => void {
  return useContext(OpenImport);
}

/** What file choosers offer. */
export const IMPORT_FILE_TYPES = ['.csv', '.tsv', '.txt', '.gz', '.geojson', '.json'];
