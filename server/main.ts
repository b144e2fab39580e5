import { uptime } from 'node:os';
import { pino } from 'pino';
import { dropRemovedFilesInTime } from './attachment-clock.ts';
import { scheduleBackups } from './backup/schedule.ts';
import { createTimeGuard } from './believed-time.ts';
import { type AnalyseOutcome, analyseCommand } from './cli/analyse.ts';
import { audit } from './cli/audit.ts';
import { backup } from './cli/backup.ts';
import { type ImportOutcome, importCommand } from './cli/import.ts';
import { link } from './cli/link.ts';
import type { Outcome } from './cli/outcome.ts';
import { restore } from './cli/restore.ts';
import { status } from './cli/status.ts';
import { user } from './cli/user.ts';
import { verify } from './cli/verify.ts';
import { addressOf, type Config, ConfigError, isExposed, readConfig } from './config.ts';
import { forgetContactsInTime } from './contact-clock.ts';
import { prepareDataFolder } from './data-folder.ts';
import { loadDemo } from './demo.ts';
import { AppError, CannotStart } from './errors.ts';
import { createDeps, databaseIn, openDataFolder, systemClock } from './open-deps.ts';

import { scheduleRetention } from './retention-clock.ts';
import { projectRoot } from './root.ts';
import { checkAddressFree, serveApp, stopOnSignal } from './serve.ts';

const USAGE = `Usage:
  npm start                                     serves the workbench
  npm run -s cg -- import FILE --dataset NAME   loads a file
  npm run -s cg -- analyse METHOD [FILE] [--json]
                                                runs a method on a table, without a database
  npm run -s cg -- analyse --list [--json]      names the methods and their options
  npm run -s cg -- status [--json]              says what the data folder holds
  npm run -s cg -- audit verify [--json]        proves that the history is whole
  npm run -s cg -- backup [key] [--to FOLDER]   makes the key of the backups, or a backup
  npm run -s cg -- verify FILE --key-file KEY   opens a backup and reads all of it
  npm run -s cg -- restore FILE --key-file KEY  puts a backup in the place of the database
  npm run -s cg -- link [NAME] [--new]          makes a one-time sign-in link
  npm run -s cg -- user list [--json]           says who has an account, with which roles
  npm run -s cg -- user reset NAME              makes a link for a new passphrase, without second factor
  npm run -s cg -- user sign-out NAME           ends every session of somebody
Settings: PORT (4310), HOST (127.0.0.1), CG_DATA (data/local), TLS_CERT and TLS_KEY, TRUST_PROXY,
  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME`;

const EXPOSED = `WARNING: everybody in this network can read along: passphrases, sessions and incidents travel in the clear.
Give TLS_CERT and TLS_KEY, or put a proxy with https in front and name its address in TRUST_PROXY.
`;

process.exitCode = await run(process.argv.slice(2)).catch(explain);

/** Gives the exit code; a server that was started goes on by itself. */
async function run([command = 'serve', ...args]: string[]): Promise<number> {
  // Needs neither data folder nor settings.
  if (command === 'analyse') return tell(await analyseCommand(args));
  const config = readConfig(process.env, projectRoot);
  if (command === 'serve') return serve(config);
  if (command === 'verify') return tell(await verify(args, config));
  if (command === 'restore') return tell(await putBack(args, config));
  if (command === 'backup') return tell(await backUp(args, config));
  if (command === 'import') return tell(await load(args, config));
  if (command === 'status' || command === 'link' || command === 'audit' || command === 'user')
    return tell(await ask(command, args, config));
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

async function serve(config: Config): Promise<number> {
  // People read this terminal; only trouble is worth a line there. A file or a service manager gets every request.
  const level = process.stderr.isTTY ? 'warn' : 'info';
  const log = pino({ level, base: undefined }, pino.destination({ dest: 2, sync: true }));
  await checkAddressFree(config);
  const opened = await openDataFolder(config);
  const deps = createDeps(opened, config, log);
  const now = () => deps.clock.now().toISOString();
  await loadDemo(opened.store, opened.databaseFile, now());
  await deps.store.runs.abandonRunning(now());
  const firstLink = (await deps.auth.accounts()).length === 0 ? await deps.auth.makeLink(null) : null;
  const serving = await serveApp(deps);
  if (isExposed(config)) log.warn({ host: config.host }, 'served to the network without TLS');
  const { databaseFile, clock } = opened;
  const stopBackups = scheduleBackups({ dataFolder: config.dataFolder, databaseFile, clock, log });
  const guard = createTimeGuard(deps, () => uptime() * 1000);
  const stopForgetting = forgetContactsInTime(deps, guard);
  const stopDropping = dropRemovedFilesInTime(deps, guard);
  const stopRetention = scheduleRetention(deps, guard);
  const stop = () => {
    stopForgetting();
    stopDropping();
    return Promise.all([stopBackups(), stopRetention()]).then(serving.stop);
  };
  stopOnSignal({ ...serving, stop }, log);
  process.stdout.write(welcome(serving.address, firstLink));
  if (isExposed(config)) process.stderr.write(EXPOSED);
  return 0;
}

function welcome(address: string, firstLink: string | null): string {
  const ready = `Common Ground is ready: ${address}\n`;
  if (firstLink === null) return ready;
  return `${ready}Nobody has an account yet. Open this link to choose a name and a passphrase; it works once, within 24 hours:
  ${address}/sign-in#${firstLink}\n`;
}

/** The store is opened first, so that the database is there and its schema is the newest. */
async function load(args: string[], config: Config): Promise<ImportOutcome> {
  const { store, clock, databaseFile } = await openDataFolder(config);
  await store.close();
  return importCommand(args, { databaseFile, now: () => clock.now() });
}

/** Opened first, so that the database is there and its history is chained. */
async function backUp(args: string[], config: Config): Promise<Outcome> {
  const { store, clock, databaseFile } = await openDataFolder(config);
  await store.close();
  return backup(args, { dataFolder: config.dataFolder, databaseFile, clock });
}

async function putBack(args: string[], config: Config): Promise<Outcome> {
  prepareDataFolder(config.dataFolder);
  return restore(args, { ...config, databaseFile: databaseIn(config), clock: systemClock });
}

async function ask(
  command: 'status' | 'link' | 'audit' | 'user',
  args: string[],
  config: Config,
): Promise<Outcome> {
  const { store, auth, clock } = await openDataFolder(config);
  try {
    if (command === 'link') return await link(args, auth, addressOf(config));
    if (command === 'user') return await user(args, { store, auth, clock, address: addressOf(config) });
    if (command === 'audit') return await audit(args, { store });
    return await status(args, { store, auth, dataFolder: config.dataFolder });
  } finally {
    await store.close();
  }
}

function tell({ code, text }: Outcome | ImportOutcome | AnalyseOutcome): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

/** What the person at the terminal can mend is said in a sentence; anything else with its trace. */
function explain(error: unknown): number {
  const known = error instanceof ConfigError || error instanceof CannotStart || error instanceof AppError;
  process.stderr.write(
    `${known || !(error instanceof Error) ? String(Object(error).message) : error.stack}\n`,
  );
  return error instanceof ConfigError ? 2 : 1;
}
