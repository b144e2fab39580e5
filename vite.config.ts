import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The workbench, and the page for telephones at a meeting: small, and nothing of the workbench in it. */
const clientEntries = { main: path('./client/index.html'), join: path('./client/join/index.html') };

/** The server and the workers it starts: each becomes one file in dist/server. */
const serverEntries = {
  main: path('./server/main.ts'),
  'jobs-worker': path('./server/jobs/worker.ts'),
  'half-worker': path('./server/jobs/half-worker.ts'),
  'imports-worker': path('./server/imports/worker.ts'),
  'snapshot-worker': path('./server/store/snapshot-worker.ts'),
  'backup-worker': path('./server/backup/worker.ts'),
  'disclosure-worker': path('./server/publications/worker.ts'),
};

export default defineConfig(({ mode, isSsrBuild }) => ({
  // Tests live beside the client, not in it.
  root: mode === 'test' ? path('.') : path('./client'),
  plugins: [react()],
  cacheDir: path('./.cache/vite'),
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: path('./dist/server'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        rolldownOptions: {
          input: Object.fromEntries(Object.entries(serverEntries).filter(([, file]) => existsSync(file))),
          // All in one folder: a worker is found beside the file that starts it.
          output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
        },
      }
    : {
        outDir: path('./dist/client'),
        emptyOutDir: true,
        chunkSizeWarningLimit: 2500,
        rolldownOptions: { input: clientEntries },
      },
  // They come as hundreds of small files: a worker thread that reads them one by one starts half a second later.
  ssr: { noExternal: [/^@stdlib\//, 'apache-arrow', 'flatbuffers', 'kdbush', 'flatbush', 'flatqueue'] },
  worker: { format: 'es' },
  server: {
    port: 5173,
    strictPort: true,
    // The sources of client/api have addresses that begin alike; they are not the server's.
    proxy: { '^/api/(?![\\w-]+\\.tsx?(\\?|$))': { target: `http://127.0.0.1:${process.env.PORT ?? 4310}` } },
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // One for every core: by itself it leaves one idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    css: false,
  },
}));
