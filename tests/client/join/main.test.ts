import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../../architecture/source-files.ts';

/** What an old telephone loads over the network of a meeting before it can vote. */
const MOST_BYTES = 150_000;

let chunks: Rolldown.OutputChunk[];
let files: Rolldown.RolldownOutput['output'];
beforeAll(async () => {
  // Otherwise React comes as it is for development.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root: `${root}/client`,
    configFile: `${root}/vite.config.ts`,
    mode: 'production',
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: { join: `${root}/client/join/index.html` } } },
  });
  files = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  ) as never;
  chunks = files.filter((file) => file.type === 'chunk');
  vi.unstubAllEnvs();
}, 120_000);

/** The first chunk with all it cannot start without. */
function first(): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name));
  };
  add(chunks.find(({ isEntry, name }) => isEntry && name === 'join'));
  return [...found];
}

describe('the page for telephones', () => {
  it('is under 150 kB compressed before the map', () => {
    const code = first().map((chunk) => gzipSync(chunk.code).length);
    const linked = new Set(first().flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
    const styles = files.filter(({ fileName }) => linked.has(fileName));
    expect(styles.length).toBeGreaterThan(0);
    // Of this page alone: the same build makes the workbench too.
    const bytes = [...code, ...styles.map((file) => gzipSync('source' in file ? file.source : '').length)];
    expect(first().length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(MOST_BYTES);
  });

  it('loads the texts of one other language at a time, each under 6 kB', () => {
    const texts = files.filter(({ fileName }) => fileName.endsWith('.json'));
    expect(texts.map(({ fileName }) => fileName.replace(/.*\/(\w+)-.*/, '$1')).sort()).toEqual([
      'ar',
      'es',
      'fr',
      'pt',
    ]);
    for (const file of texts) expect(gzipSync('source' in file ? file.source : '').length).toBeLessThan(6000);
    expect(first().some(({ code }) => code.includes('وصل صوتك'))).toBe(false);
  });

  it('holds nothing of the workbench, and no map before it is asked for', () => {
    const modules = first().flatMap(({ moduleIds }) => moduleIds);
    const foreign = modules.filter((id) =>
      /node_modules\/(react-aria|@react-|@tanstack|maplibre-gl|@deck|zod|hono)|client\/(views|ui|api|map)\//.test(
        id,
      ),
    );
    expect(foreign).toEqual([]);
    expect(modules.some((id) => id.includes('client/join/join-app'))).toBe(true);
  });

  it('loads the map by itself later', () => {
    const later = chunks.filter((chunk) => !first().includes(chunk));
    expect(later.some(({ moduleIds }) => moduleIds.some((id) => id.includes('maplibre-gl')))).toBe(true);
  });
});
