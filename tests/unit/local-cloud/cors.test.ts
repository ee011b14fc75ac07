import { describe, expect, it } from 'vitest';
import { corsHeaders, preflight } from '#infra/local/gateway/cors.ts';

const cors = {
  AllowOrigins: ['https://console.example'],
  AllowMethods: ['GET', 'POST'],
  AllowHeaders: ['authorization'],
  ExposeHeaders: ['etag'],
  AllowCredentials: false,
  MaxAge: 60,
};

const asking = (origin: string) => ({ origin, 'access-control-request-method': 'POST' });

describe('CORS', () => {
  it('answers a preflight of an allowed origin with what is allowed', () => {
    expect(preflight(cors, 'OPTIONS', asking('https://console.example'))).toMatchObject({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://console.example',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'authorization',
        'access-control-max-age': '60',
      },
    });
  });

  it('grants another origin nothing', () => {
    expect(preflight(cors, 'OPTIONS', asking('https://evil.example'))?.headers).toEqual({});
    expect(corsHeaders(cors, 'https://evil.example')).toEqual({});
  });

  it('leaves an OPTIONS request that is no preflight to the routes', () => {
    expect(preflight(cors, 'OPTIONS', {})).toBeUndefined();
    expect(preflight(undefined, 'OPTIONS', asking('https://console.example'))).toBeUndefined();
  });

  it('knows wildcards', () => {
    const all = { ...cors, AllowOrigins: ['*'] };
    expect(corsHeaders(all, 'http://x')['access-control-allow-origin']).toBe('*');
    const secure = { ...cors, AllowOrigins: ['https://*'] };
    expect(corsHeaders(secure, 'https://x')['access-control-allow-origin']).toBe('https://x');
    expect(corsHeaders(secure, 'http://x')).toEqual({});
  });
});
