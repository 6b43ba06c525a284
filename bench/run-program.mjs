import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const pollMs = 50;
const ticksPerSecond = 100;

/**
 * Runs a program in a process of its own: seconds on the clock and of the processors, the highest resident memory that the system
 * counted (these two on Linux only), and what it printed.
 */
export async function runProgram(args) {
  const before = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let used = { peakBytes: 0, processorSeconds: 0 };
  const poll = setInterval(() => (used = usageOf(child.pid) ?? used), pollMs);
  const texts = [[], []];
  child.stdout.on('data', (chunk) => texts[0].push(chunk));
  child.stderr.on('data', (chunk) => texts[1].push(chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(poll);
  const [printed, complained] = texts.map((chunks) => Buffer.concat(chunks).toString());
  return { seconds: (performance.now() - before) / 1000, ...used, code, printed, complained };
}

/** Both only grow, so that nothing between two looks is missed but the last milliseconds. */
function usageOf(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // Of a process that has ended the memory is gone.
    if (kilobytes === undefined) return undefined;
    return { peakBytes: Number(kilobytes) * 1024, processorSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond };
  } catch {
    return undefined;
  }
}
