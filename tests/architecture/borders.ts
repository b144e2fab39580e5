import type { Import } from './source-files.ts';
import { packageOf } from './source-files.ts';

/**
 * Who may import whom, as data. The first room whose folder begins the path of a file is the room of the file; more particular rooms
 * stand first.
 */
export interface Room {
  folder: string;
  /** Folders and files of the project it may import; its own folder always. */
  mayImport: readonly string[];
  /** Imported as types only. */
  mayImportTypes?: readonly string[];
  /** Packages it may import: all, none, or these (a star at the end stands for any ending). */
  packages: 'all' | readonly string[];
  /** Packages that only other rooms may touch. */
  notPackages?: readonly string[];
}

const MAP_PACKAGES = ['maplibre-gl', '@deck.gl/*', 'terra-draw*', 'pmtiles', '@protomaps/*'];
const STORE_PACKAGES = ['kysely', 'better-sqlite3'];
const HTTP_PACKAGES = ['hono*', '@hono/*', 'hono-openapi'];
const NODE = 'node:*';
const CLIENT_OUTSIDE_MAP = [...MAP_PACKAGES, NODE];

export const rooms: readonly Room[] = [
  { folder: 'analysis/', mayImport: [], packages: ['kdbush', 'flatbush', '@stdlib/*'] },
  { folder: 'data/', mayImport: ['analysis/'], packages: [NODE] },

  {
    folder: 'server/domain/',
    mayImport: ['analysis/', 'server/errors.ts'],
    mayImportTypes: ['server/store/ports.ts'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES, NODE],
  },
  {
    folder: 'server/routes/',
    mayImport: [
      'analysis/',
      'server/domain/',
      'server/store/ports.ts',
      'server/middleware/',
      'server/imports/',
      'server/jobs/',
      'server/publications/',
      'server/evaluations/',
      'server/attachments/',
      'server/auth/',
      'server/*',
    ],
    packages: 'all',
    notPackages: STORE_PACKAGES,
  },
  {
    folder: 'server/store/',
    mayImport: ['analysis/', 'server/domain/', 'server/*'],
    packages: 'all',
    notPackages: HTTP_PACKAGES,
  },
  {
    folder: 'server/jobs/',
    mayImport: ['analysis/', 'server/domain/', 'server/store/ports.ts', 'server/*'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES],
  },
  {
    folder: 'server/publications/',
    mayImport: ['analysis/', 'server/domain/', 'server/jobs/', 'server/store/ports.ts', 'server/*'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES],
  },
  {
    folder: 'server/evaluations/',
    mayImport: ['analysis/', 'server/domain/', 'server/jobs/', 'server/store/ports.ts', 'server/*'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES],
  },
  // Files from strangers are taken apart here and nowhere else.
  {
    folder: 'server/attachments/',
    mayImport: ['server/domain/', 'server/*'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES],
  },
  // The import worker holds the long transaction itself, on a connection the store opens for it.
  {
    folder: 'server/imports/',
    mayImport: ['analysis/', 'server/domain/', 'server/store/', 'server/*'],
    packages: 'all',
    notPackages: [...STORE_PACKAGES, ...HTTP_PACKAGES],
  },
  {
    folder: 'server/auth/',
    mayImport: ['server/domain/', 'server/store/', 'server/*'],
    packages: 'all',
    notPackages: ['better-sqlite3'],
  },
  {
    folder: 'server/',
    mayImport: ['analysis/', 'data/', 'server/'],
    packages: 'all',
    notPackages: STORE_PACKAGES,
  },

  { folder: 'client/ui/', mayImport: [], packages: 'all', notPackages: CLIENT_OUTSIDE_MAP },
  {
    folder: 'client/api/',
    mayImport: ['analysis/', 'client/*'],
    mayImportTypes: ['server/app.ts'],
    packages: 'all',
    notPackages: CLIENT_OUTSIDE_MAP,
  },
  {
    folder: 'client/map/',
    mayImport: ['analysis/', 'client/ui/', 'client/api/', 'client/*', 'data/asset-kinds.json'],
    mayImportTypes: ['server/app.ts'],
    packages: 'all',
    notPackages: [NODE],
  },
  {
    folder: 'client/',
    mayImport: ['analysis/', 'client/', 'data/asset-kinds.json'],
    mayImportTypes: ['server/app.ts'],
    packages: 'all',
    notPackages: CLIENT_OUTSIDE_MAP,
  },

  {
    folder: 'tests/',
    mayImport: ['analysis/', 'data/', 'server/', 'client/', 'bench/', 'tests/'],
    packages: 'all',
  },
  { folder: 'bench/', mayImport: ['analysis/', 'server/', 'data/'], packages: 'all' },
];

/** What is wrong with an import, as one sentence; null when it may stand. */
export function violation(found: Import): string | null {
  const room = rooms.find(({ folder }) => found.from.startsWith(folder));
  if (!room) return null;
  const wrong = found.to === null ? !packageAllowed(room, found.specifier) : !fileAllowed(room, found);
  return wrong ? `${found.from} may not import ${found.to ?? found.specifier}` : null;
}

function packageAllowed({ packages, notPackages = [] }: Room, specifier: string): boolean {
  const name = specifier.startsWith('node:') ? specifier : packageOf(specifier);
  const isAllowed = packages === 'all' || matchesAny(packages, name);
  return isAllowed && !matchesAny(notPackages, name);
}

function fileAllowed(room: Room, { from, to, typeOnly }: Import): boolean {
  if (to === null) return true;
  if (to.startsWith('client/views/') && from.startsWith('client/views/')) return viewOf(from) === viewOf(to);
  if (to.startsWith(room.folder)) return true;
  if (typeOnly && matchesAny(room.mayImportTypes ?? [], to)) return true;
  return room.mayImport.some((place) => (place.endsWith('/*') ? liesIn(place, to) : to.startsWith(place)));
}

/** 'server/*' means the files of that folder, not what lies in its folders. */
function liesIn(place: string, file: string): boolean {
  const folder = place.slice(0, -1);
  return file.startsWith(folder) && !file.slice(folder.length).includes('/');
}

function viewOf(file: string): string {
  return file.split('/')[2];
}

function matchesAny(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );
}
