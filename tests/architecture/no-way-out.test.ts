/**
 * Nothing in the server opens a connection to anywhere, but to the provider of sign-ins that the operator has named: no
 * request can be made on somebody else's behalf (SSRF).
 */
import { describe, expect, it } from 'vitest';
import { importsOf, packageOf, projectFiles, read } from './source-files.ts';

const files = projectFiles().filter((file) => /^(server|analysis|data)\/.*\.ts$/.test(file));
const NETWORK = /^node:(http|https|http2|net|tls|dns|dgram|child_process|inspector|cluster)(\/|$)/;
/** Who may import from those, and what: to listen, never to call. */
const LISTENING: Record<string, readonly string[]> = {
  'server/config.ts': ['isIP'],
  'server/connection-limits.ts': ['IncomingMessage', 'Server', 'Socket'],
  'server/serve.ts': ['createServer', 'ServerOptions', 'createSecureContext'],
};
const CLIENTS = [
  'undici',
  'axios',
  'got',
  'node-fetch',
  'ky',
  'superagent',
  'ws',
  'eventsource',
  'nodemailer',
  'openid-client',
  'oauth4webapi',
];
/** The two files that speak with the provider: the one brings no address of its own, the other no words. */
const ASKS_THE_PROVIDER = 'server/auth/oidc.ts';
const CALLS = 'server/auth/bounded-fetch.ts';

/** The names taken from a module, without their names here. */
function namesFrom(file: string, module: string): string[] {
  const found = [...read(file).matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'([^']+)'/g)];
  return found
    .filter(([, , from]) => from === module)
    .flatMap(([, names = '']) =>
      names.split(',').map((name) => name.replace(/\btype\b|\bas\b.*$/g, '').trim()),
    );
}

describe('the server', () => {
  it('imports from the network only what listens', () => {
    expect(files.length).toBeGreaterThan(200);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => NETWORK.test(specifier))
        .flatMap(({ specifier }) => {
          const names = namesFrom(file, specifier);
          const allowed = LISTENING[file] ?? [];
          const others = names.filter((name) => !allowed.includes(name));
          return names.length === 0 || others.length > 0 ? [`${file}: ${specifier} ${others.join(' ')}`] : [];
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('imports no package that calls others', () => {
    const wrong = files.filter((file) =>
      importsOf(file).some(({ specifier }) => CLIENTS.includes(packageOf(specifier))),
    );
    expect(wrong).toEqual([ASKS_THE_PROVIDER]);
    const asking = files.filter((file) => importsOf(file).some(({ to }) => to === CALLS));
    expect(asking).toEqual([ASKS_THE_PROVIDER]);
  });

  it('calls no fetch, no socket and no program, and makes no code from text', () => {
    const calls =
      /(?<![.\w])(?:fetch|eval|Function|XMLHttpRequest|WebSocket|EventSource)\(|\bnew (?:WebSocket|EventSource|Function)\b|\b(?:globalThis|global)\.fetch\b/;
    const wrong = files.filter((file) => {
      const code = read(file)
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/^\s*\/\/.*$/gm, '');
      return calls.test(code);
    });
    expect(wrong).toEqual([CALLS]);
  });

  it('keeps the sign-in library from calling home', () => {
    expect(read('server/auth/library.ts')).toContain('telemetry: { enabled: false }');
  });
});

describe('the client', () => {
  it('makes no markup and no code from text', () => {
    const client = projectFiles().filter((file) => /^client\/.*\.tsx?$/.test(file));
    const sinks =
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\b|(?<![.\w])eval\(|new Function\b/;
    expect(client.filter((file) => sinks.test(read(file)))).toEqual([]);
  });
});
