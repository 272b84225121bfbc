import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { newcomer, type Visitor } from '../identity/visitor.js';

describe('a client at a real socket', () => {
  let context: TestContext;
  let maker: Visitor;
  let port: number;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: maker } = await newcomer(context, 'cooperative', ['manager']));
    await context.app.listen(0, '127.0.0.1');
    port = (context.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(() => context.close());

  /** Sends a beginning, then a letter each half second, until the server ends it. @returns what it answered */
  const drip = (beginning: string, letter: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(beginning));
      let answer = '';
      const dripping = setInterval(() => socket.write(letter), 500);
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1');
      });
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // Written to after the server had ended it: that is what is waited for.
        if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') {
          reject(error);
        }
      });
      socket.on('close', () => {
        clearInterval(dripping);
        resolve(answer);
      });
    });

  it('that never ends its headers is sent away', async () => {
    expect(await drip('GET /v1/public/health/live HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n')).toMatch(
      /^HTTP\/1\.1 408 /,
    );
  }, 40_000);

  it('that never ends its body is sent away', async () => {
    const server = context.app.getHttpServer();
    expect(server.requestTimeout).toBe(60_000);
    // The same clock, wound shorter for the test.
    server.requestTimeout = 3_000;
    server.headersTimeout = 3_000;
    const answer = await drip(
      'POST /v1/public/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{',
      ' ',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  }, 40_000);

  it('that sends more than 16 kB of headers is refused', async () => {
    expect(await drip(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, '')).toMatch(
      /^HTTP\/1\.1 431 /,
    );
  });

  it('that announces 10 GB is answered before it sends them', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          'POST /v1/cooperative/photos HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n' +
            `Cookie: ${maker.cookie ?? ''}\r\nX-CSRF-Token: ${maker.csrfToken ?? ''}\r\nContent-Length: 10000000000\r\n\r\n`,
        ),
      );
      socket.on('error', reject);
      socket.once('data', (chunk) => {
        resolve(chunk.toString('latin1'));
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });
});
