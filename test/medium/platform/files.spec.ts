import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Answer, newcomer, type Visitor } from '../identity/visitor.js';

const photos = '/v1/cooperative/photos';
const page = '<script>fetch("/v1/account/session")</script>';

describe('a file that means harm', () => {
  let context: TestContext;
  let maker: Visitor;
  let picture: Buffer;
  beforeAll(async () => {
    context = await openTestContext();
    ({ visitor: maker } = await newcomer(context, 'cooperative', ['manager']));
    picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: '#b4432f' } })
      .jpeg()
      .toBuffer();
  });
  afterAll(() => context.close());

  async function upload(bytes: Buffer | string, name: string, type: string): Promise<Answer<{ id: string }>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
    const made = new Response(form);
    return maker.send('POST', photos, {
      headers: { 'content-type': made.headers.get('content-type') ?? '' },
      payload: Buffer.from(await made.arrayBuffer()) as unknown as string,
    });
  }

  it.each([
    ['a page', page, 'photo.jpg', 'image/jpeg'],
    [
      'an SVG with a script',
      `<svg xmlns="http://www.w3.org/2000/svg">${page}</svg>`,
      'photo.svg',
      'image/svg+xml',
    ],
    ['an SVG by another name', `<?xml version="1.0"?><svg xmlns="x">${page}</svg>`, 'photo.png', 'image/png'],
    ['a ZIP', Buffer.from(zipSync({ 'index.html': Buffer.from(page) })), 'photo.jpg', 'image/jpeg'],
    ['a PDF that goes on as a page', `%PDF-1.7\n${page}`, 'photo.jpg', 'image/jpeg'],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex'), 'photo.png', 'image/png'],
  ])('is refused by its content: %s', async (_what, bytes, name, type) => {
    const answer = await upload(bytes, name, type);
    expect(answer.status).toBe(415);
    expect(await context.peek('select id from stored_file where name = $1', [name])).toEqual([]);
  });

  it('is refused when it would unpack to 50,000 x 50,000', async () => {
    const head = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    head.writeUInt32BE(50_000, 16);
    head.writeUInt32BE(50_000, 20);
    // The head of a PNG is checked by a sum of its own.
    head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
    expect((await upload(head, 'vast.png', 'image/png')).status).toBe(415);
  });

  it('that is a picture and a page at once is served as a picture that may do nothing', async () => {
    const both = Buffer.concat([picture, Buffer.from(page)]);
    const { status, body } = await upload(both, '../../etc/"cron\r\nX-Evil: 1".html', 'text/html');
    expect(status).toBe(201);
    const [kept] = await context.peek<{ name: string; storage_key: string }>(
      'select name, storage_key from stored_file where id = $1',
      [body.id],
    );
    expect(kept?.name).not.toMatch(/[/\\\r\n"]/);
    expect(kept?.storage_key).toMatch(/^uploads\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
    const { headers } = await maker.send('GET', `${photos}/${body.id}`);
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'content-disposition': expect.stringMatching(/^inline; filename="[^"\\]+"; filename\*=UTF-8''[^"\s]+$/),
    });
    expect(headers['x-evil']).toBeUndefined();
  });
});
