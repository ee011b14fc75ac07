import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

/** The machine by which the numbers must be read, and how busy it was with other things. */
export function machine(): string {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const [load = 0] = loadavg();
  const parts = [
    `${cpus().length} × ${cpu?.model.trim() || arch()}`,
    memory,
    platform(),
    `Node ${process.version}`,
    `load ${load.toFixed(1)} before the start`,
  ];
  return parts.join(', ');
}
