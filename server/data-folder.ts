import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from './config.ts';

/** Makes the data folder when it is missing; a folder that cannot be used stops the start with the name of the setting. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw refused();
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof Error && 'code' in error ? refused() : error;
  }
}

/** Not with `recursive`: where no folder can ever be made, as in /proc, Node would try for ever. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    // Places and accounts lie in it: nobody else on the machine looks in.
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process made it just now.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function refused(): ConfigError {
  return new ConfigError(
    'CG_DATA',
    'a folder that exists or can be made, and in which this account may write, for example CG_DATA=data/local',
  );
}
