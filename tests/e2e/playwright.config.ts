import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** A project a file: each gets a process, and so a server with an empty data folder, of its own. */
const journeys = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.journey.ts'));

/** Software WebGL: the map draws the same on a machine without a graphics card. */
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

export default defineConfig({
  testDir: '.',
  projects: journeys.map((file) => ({ name: file.replace('.journey.ts', ''), testMatch: `**/${file}` })),
  outputDir: '../../test-results',
  // One at a time: the journeys share the processor with the server and the software renderer.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A busy machine may miss a time once. A journey that passed only at the second try is named at the end of the run.
  retries: 1,
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // A day that began elsewhere: what the browser takes for today, the workspace's calendar does not have yet.
    timezoneId: 'Pacific/Kiritimati',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-dev-shm-usage', ...WEBGL],
    },
  },
});
