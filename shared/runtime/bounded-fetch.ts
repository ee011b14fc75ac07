/** More was sent than an answer can be. */
export class OversizedAnswerError extends Error {
  constructor(mostBytes: number) {
    super(`The server sent more than ${mostBytes} bytes`);
    this.name = 'OversizedAnswerError';
  }
}

/**
 * `fetch` whose answers end with an error after so many bytes, counted as they come out of decompression:
 * no server can fill the memory, however much it sends. @throws OversizedAnswerError while a body is read
 */
export function boundedFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const { body, status, statusText, headers } = response;
    if (!body) return response;
    return new Response(body.pipeThrough(endsAfter(mostBytes)), { status, statusText, headers });
  };
}

function endsAfter(mostBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) controller.error(new OversizedAnswerError(mostBytes));
      else controller.enqueue(chunk);
    },
  });
}
