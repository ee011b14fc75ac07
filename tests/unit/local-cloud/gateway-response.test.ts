import { describe, expect, it } from 'vitest';
import { toGatewayResponse } from '#infra/local/gateway/gateway-response.ts';

const respond = (result: unknown) => toGatewayResponse({ payload: JSON.stringify(result) });

const internal = { status: 500, body: '{"message":"Internal Server Error"}' };

describe('response format 2.0', () => {
  it('infers a response from a result without a status', () => {
    expect(respond({ id: 1 })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"id":1}',
    });
    expect(respond('plain').body).toBe('plain');
  });

  it('takes a structured one as it is, header names in lower case', () => {
    const result = { statusCode: 201, headers: { 'Content-Type': 'text/html', Age: 3 }, body: 'x' };
    expect(respond(result)).toEqual({
      status: 201,
      headers: { 'content-type': 'text/html', age: '3' },
      body: 'x',
    });
  });

  it('sets each cookie by a header of its own and decodes binary bodies', () => {
    const result = {
      statusCode: 200,
      cookies: ['a=1', 'b=2'],
      body: '/w==',
      isBase64Encoded: true,
    };
    expect(respond(result)).toMatchObject({
      headers: { 'set-cookie': ['a=1', 'b=2'] },
      body: Buffer.from([255]),
    });
  });

  it.each([
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['a status that is none', { statusCode: 'fine' }],
  ])('answers 500 to %s', (_what, result) => {
    expect(respond(result)).toMatchObject(internal);
  });

  it('answers 500 to a function that failed, and tells nothing of it', () => {
    const failure = { payload: '{"errorMessage":"secret"}', functionError: 'Unhandled' } as const;
    expect(toGatewayResponse(failure)).toMatchObject(internal);
  });
});
