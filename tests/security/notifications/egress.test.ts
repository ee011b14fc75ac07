import { describe, expect, it } from 'vitest';
import { GuardedEgress, type Resolve } from '#shared/notifications/egress.ts';
import { parseAllowList } from '#shared/notifications/egress-policy.ts';
import { EgressRefusedError } from '#shared/notifications/errors.ts';
import { startCanary } from '#tests/support/notifications/canary.ts';
import targets from './egress-targets.json' with { type: 'json' };

const names: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(targets.names));

const resolve: Resolve = async (hostname) => {
  const addresses = names.get(hostname);
  if (!addresses) throw new Error('ENOTFOUND');
  return addresses;
};

const guarded = new GuardedEgress({ allowList: [], resolve });
const loopbackAllowed = (resolveName: Resolve = resolve, timeoutMs = 2000) =>
  new GuardedEgress({
    allowList: parseAllowList('127.0.0.0/8, ::1/128'),
    resolve: resolveName,
    timeoutMs,
  });

const message = (url: string) => ({ url, headers: { 'content-type': 'text/plain' }, body: 'x' });

describe('the egress guard', () => {
  it.each(targets.refused)('refuses $url ($why), when saved and when sent', async ({ url }) => {
    await using canary = await startCanary();
    const target = url.replace('{port}', `${canary.port}`);
    await expect(guarded.check(target)).rejects.toThrow(EgressRefusedError);
    await expect(guarded.post(message(target))).rejects.toThrow(EgressRefusedError);
    expect(canary.connections()).toBe(0);
  });

  it.each(targets.allowed)('admits $url ($why)', async ({ url }) => {
    await expect(guarded.check(url)).resolves.toBeUndefined();
  });

  it('reaches a private receiver, by plain http too, only where the operator allows it', async () => {
    await using canary = await startCanary();
    const url = `http://127.0.0.1:${canary.port}/hook`;
    await expect(guarded.post(message(url))).rejects.toThrow(EgressRefusedError);
    expect(canary.connections()).toBe(0);
    expect(await loopbackAllowed().post(message(url))).toMatchObject({ status: 204 });
    expect(canary.paths).toEqual(['/hook']);
  });

  it('connects to the address it has checked, whatever the name says a moment later', async () => {
    await using canary = await startCanary();
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['169.254.169.254'];
    };
    const url = `http://rebinding.example:${canary.port}/`;
    expect(await loopbackAllowed(rebinding).post(message(url))).toMatchObject({ status: 204 });
    expect(asked).toBe(1);
  });

  it('refuses at sending what was public when saved', async () => {
    await using canary = await startCanary();
    let asked = 0;
    const rebinding: Resolve = async () => {
      asked += 1;
      return asked === 1 ? ['93.184.216.34'] : ['127.0.0.1'];
    };
    const egress = new GuardedEgress({ allowList: [], resolve: rebinding });
    const url = `https://rebinding.example:${canary.port}/`;
    await egress.check(url);
    await expect(egress.post(message(url))).rejects.toThrow(EgressRefusedError);
    expect(canary.connections()).toBe(0);
  });

  it('names no inner address in its refusal', async () => {
    await expect(guarded.check('https://inside.receiver.example/')).rejects.toThrow(/^[^\d]*$/);
  });
});

describe('a receiver that misbehaves', () => {
  it('redirects: the status comes back, the other address is not called', async () => {
    await using other = await startCanary();
    await using canary = await startCanary((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${other.port}/` }).end(),
    );
    const answer = await loopbackAllowed().post(message(`http://127.0.0.1:${canary.port}/`));
    expect(answer.status).toBe(302);
    expect(other.connections()).toBe(0);
  });

  it('never answers: the attempt ends in time', async () => {
    await using canary = await startCanary(() => {});
    const post = loopbackAllowed(resolve, 100).post(message(`http://127.0.0.1:${canary.port}/`));
    await expect(post).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is behind a name server that never answers: the attempt ends in time', async () => {
    const silent: Resolve = () => new Promise(() => {});
    const post = loopbackAllowed(silent, 100).post(message('https://slow.example/'));
    await expect(post).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('answers without end: what it said first counts, and the rest is not read', async () => {
    let sent = 0;
    await using canary = await startCanary((_request, response) => {
      response.writeHead(200);
      const flood = setInterval(() => {
        sent += 16 * 1024;
        response.write(Buffer.alloc(16 * 1024));
      }, 1);
      response.on('close', () => clearInterval(flood));
    });
    const answer = await loopbackAllowed().post(message(`http://127.0.0.1:${canary.port}/`));
    expect(answer.status).toBe(200);
    expect(sent).toBeLessThan(1024 * 1024);
  });

  it('lies about its length: what it said first counts', async () => {
    await using canary = await startCanary((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('short');
      setTimeout(() => response.destroy(), 10);
    });
    const answer = await loopbackAllowed().post(message(`http://127.0.0.1:${canary.port}/`));
    expect(answer.status).toBe(200);
  });

  it('hangs up, or throws headers about: an error, not a crash', async () => {
    await using rude = await startCanary((request) => request.socket.destroy());
    await using bomb = await startCanary((_request, response) =>
      response.writeHead(200, { 'x-bomb': 'x'.repeat(100_000) }).end(),
    );
    for (const { port } of [rude, bomb])
      await expect(loopbackAllowed().post(message(`http://127.0.0.1:${port}/`))).rejects.toThrow();
  });
});
