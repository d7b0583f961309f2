import { readdirSync, readFileSync } from 'node:fs';
import { Stop } from '../../stop.mjs';

/** How often the processes are looked at: a printing lasts for seconds. */
const EVERY_MS = 200;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile, or there is no /proc.
    return '';
  }
}

/** The processes that one has started. */
const childrenOf = (parent) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1] === String(parent));

/** The most memory that a process has held so far, in mebibytes. */
const peakOf = (pid) => Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/**
 * Watches what the web server under a started app, and the programs that print for it, hold in memory.
 * @returns {() => { web: number | null, printing: number | null }} ends it; null where the system doesn’t tell
 */
export function watchMemory(app) {
  if (process.platform !== 'linux') return () => ({ web: null, printing: null });
  const [web] = childrenOf(app).filter((pid) => read(`/proc/${pid}/cmdline`).startsWith('plan-web'));
  if (!web) throw new Stop('The bench did not find the web server among the processes.');
  let printing = 0;
  const look = () => {
    for (const pid of childrenOf(web)) {
      if (read(`/proc/${pid}/cmdline`).includes('print.mjs')) printing = Math.max(printing, peakOf(pid));
    }
  };
  const timer = setInterval(look, EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    return { web: Math.round(peakOf(web)), printing: Math.round(printing) };
  };
}
