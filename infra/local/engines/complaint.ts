/** Says on stderr what goes wrong in the background, where no caller could be told. */
export function complain(what: string, error: unknown): void {
  console.error(`local cloud: ${what}: ${error instanceof Error ? error.message : String(error)}`);
}
