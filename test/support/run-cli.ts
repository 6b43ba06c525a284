import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program (`npm run build` comes before the tests), or another one that is named in the environment. */
export const program = process.env['SNOWFENCE_PROGRAM'] ?? join(import.meta.dirname, '../../dist/cli/main.js');

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Most memory that the process had at a time; 0 if it was killed. */
  readonly peakBytes: number;
}

export interface CliOptions {
  readonly cwd?: string;
  /** Given the process and a function that gives what it has said on standard error so far. */
  readonly onStart?: (child: ChildProcess, told: () => string) => void;
  /** A command in front of `node`, such as `['script', '-qec']`. */
  readonly wrap?: (nodeWords: readonly string[]) => readonly [string, ...string[]];
}

let runs = 0;

/** Runs the program as a process of its own. */
export async function runCli(words: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  if (!existsSync(program)) throw new Error('run `npm run build` before these tests');
  runs += 1;
  const peakFile = join(tmpdir(), `snowfence-test-peak-${process.pid}-${runs}`);
  const node = [process.execPath, '--import', peakProbe, program, ...words];
  const [command = process.execPath, ...rest] = options.wrap?.(node) ?? node;
  const child = spawn(command, rest, {
    cwd: options.cwd,
    env: { ...process.env, SNOWFENCE_TEST_PEAK: peakFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  options.onStart?.(child, () => Buffer.concat(err).toString('utf8'));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve([code, signal]));
  });
  const peakBytes = existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : 0;
  await rm(peakFile, { force: true });
  return {
    code,
    signal,
    stdout: Buffer.concat(out).toString('utf8'),
    stderr: Buffer.concat(err).toString('utf8'),
    peakBytes,
  };
}

/**
 * Notes the peak when the process ends. From the kernel's file where there is one: `resourceUsage` starts with the
 * memory of the parent, which is the test runner.
 */
const peakProbe = `data:text/javascript,${encodeURIComponent(`
import { readFileSync, writeFileSync } from 'node:fs';
process.on('exit', () => {
  let peak = process.resourceUsage().maxRSS;
  try {
    peak = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? peak);
  } catch {}
  if (process.env.SNOWFENCE_TEST_PEAK) writeFileSync(process.env.SNOWFENCE_TEST_PEAK, String(peak * 1024));
});`)}`;
