/** A value that is made when it is first needed and then kept; a failure is not kept. */
export function onFirstUse<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  const remake = (error: unknown): never => {
    made = undefined;
    throw error;
  };
  return () => {
    made ??= make().catch(remake);
    return made;
  };
}
