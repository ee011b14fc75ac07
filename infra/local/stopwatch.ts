/** Where the time of a start goes; reported when LOCAL_CLOUD_TIMES is set. */
export interface Stopwatch {
  readonly lap: (part: string) => void;
  readonly report: () => void;
}

export function createStopwatch(wanted = process.env.LOCAL_CLOUD_TIMES !== undefined): Stopwatch {
  const laps: string[] = [`start node ${Math.round(performance.now())} ms`];
  let last = performance.now();
  return {
    lap(part) {
      const now = performance.now();
      laps.push(`${part} ${Math.round(now - last)} ms`);
      last = now;
    },
    report() {
      if (wanted) console.log(laps.join(', '));
    },
  };
}
