import { execFileSync } from 'node:child_process';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from 'playwright-core';
import { BUILDS } from '../../../scripts/setup/build.mjs';
import { ensureChromium } from '../../../scripts/setup/chromium.mjs';
import { root } from '../../../scripts/setup/root.mjs';
import { collectErrors, type SeenError } from './errors';
import { until } from './settle';
import { startFixtureServer, type FixtureServer } from './fixture-server';

export interface LaunchOptions {
  /** A folder to keep the profile in; without one it is thrown away at the end. */
  profile?: string;
  /** Throws `profile` away at the end, too. */
  ownsProfile?: boolean;
  /** A built extension; the store build where none is named, `null` for a browser without. */
  extension?: string | null;
  /** A network that is already there, to be used again after a restart. */
  network?: FixtureServer;
  /** Lets the browser reach the real network. */
  online?: boolean;
  headless?: boolean;
  colorScheme?: 'light' | 'dark';
  locale?: string;
  viewport?: { width: number; height: number } | null;
  args?: string[];
  /** Called for each background worker as soon as it runs. */
  onWorker?: (worker: Worker) => void;
}

/** A running Chromium with the extension in it, on a network of its own. */
export interface Session {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  network: FixtureServer;
  /** What was reported to any console or thrown anywhere, oldest first. */
  errors: SeenError[];
  /** Opens an address in a new tab. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension, such as `library.html`, in a new tab. */
  openExtension(path: string): Promise<Page>;
  /** The background worker, started if it sleeps. */
  worker(): Promise<Worker>;
  /** Stops the worker as Chromium does when it is idle; the next event starts it again. */
  stopWorker(): Promise<void>;
  /** Ends the browser as a power cut would: kill -9, no goodbye. The profile stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

/** Starts Chromium headless with the built extension; nothing but `network` can be reached. */
export async function launch(options: LaunchOptions = {}): Promise<Session> {
  const extension = options.extension === undefined ? join(root, BUILDS.store) : options.extension;
  const network = options.network ?? (await startFixtureServer());
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'offprint-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless: options.headless ?? true,
    chromiumSandbox: process.getuid?.() !== 0 && process.platform !== 'linux',
    ignoreDefaultArgs: ['--disable-extensions'],
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-US',
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    args: [
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
      ...(options.online ? [] : offlineArgs(network.port)),
      '--disable-gpu',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      ...(options.args ?? []),
    ],
  });
  if (options.onWorker) {
    context.serviceWorkers().forEach(options.onWorker);
    context.on('serviceworker', options.onWorker);
  }
  const errors: SeenError[] = [];
  collectErrors(context, errors);
  const extensionId = extension ? await idOf(context) : '';
  const pid = Number(/\d+$/.exec(readlinkSync(join(profile, 'SingletonLock')))?.[0]);
  const group = groupOf(pid);

  const session: Session = {
    context,
    extensionId,
    profile,
    network,
    errors,
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    openExtension: (path) => session.open(`chrome-extension://${extensionId}/${path}`),
    worker: () => firstWorker(context),
    async stopWorker() {
      const page = context.pages()[0] ?? (await context.newPage());
      const devtools = await context.newCDPSession(page);
      await devtools.send('ServiceWorker.enable');
      await devtools.send('ServiceWorker.stopAllWorkers');
      await devtools.detach();
    },
    async kill() {
      const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
      process.kill(pid, 'SIGKILL');
      await closed;
      // Its helpers live a moment longer; a browser started beside them finds the database locked.
      await until(
        'all of the browser to be gone',
        async () => alive(group),
        (n) => n === 0,
      );
    },
    async close() {
      await context.close().catch(() => {});
      if (!options.network) await network.close();
      if (!options.profile || options.ownsProfile)
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return session;
}

// A browser left open would keep the whole process from ending.
async function idOf(context: BrowserContext): Promise<string> {
  try {
    const worker = await firstWorker(context);
    await untilActive(worker);
    return new URL(worker.url()).host;
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function firstWorker(context: BrowserContext): Promise<Worker> {
  const running = context.serviceWorkers()[0];
  if (running) return running;
  return context.waitForEvent('serviceworker', { timeout: 10_000 }).catch(() => {
    throw new Error('The extension did not start in 10 s: is its manifest one Chromium accepts?');
  });
}

// A worker that is stopped while Chromium still installs it is never started again.
async function untilActive(worker: Worker): Promise<void> {
  await until(
    'the worker to be active',
    () =>
      worker.evaluate(() => {
        const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
        return scope.registration.active?.state;
      }),
    (state) => state === 'activated',
    { timeoutMs: 10_000 },
  );
}

// Every name leads to the fixture server, so that its log also shows who should not have been asked.
function offlineArgs(port: number): string[] {
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
    '--ignore-certificate-errors',
    '--disable-quic',
    '--disable-background-networking',
  ];
}

/** How many processes of a group still run; those that only wait to be collected do not count. */
function alive(group: number): number {
  const lines = execFileSync('ps', ['-e', '-o', 'pgid=,stat='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => {
    const [pgid, state = 'Z'] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state.startsWith('Z');
  }).length;
}

function groupOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }));
}
