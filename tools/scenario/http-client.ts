/** An answer that was not expected, with what was asked and what came back. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly asked: string,
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`${asked} answered ${status}: ${JSON.stringify(body).slice(0, 2_000)}`);
    this.name = 'UnexpectedAnswer';
  }
}

export interface Answer<Body> {
  status: number;
  body: Body;
  etag: string | null;
  headers: Headers;
}

interface Options {
  body?: unknown;
  form?: FormData;
  ifMatch?: string | null;
  headers?: Record<string, string>;
  /** The status that is expected; any 2xx when absent. */
  expect?: number;
}

/** One person at the API, as a browser would be: cookies, the CSRF token, and nothing else. */
export class HttpClient {
  private readonly cookies = new Map<string, string>();
  private csrfToken: string | null = null;

  constructor(private readonly url: string) {}

  /** Whoever a session belongs to that was begun already. */
  static ofSession(url: string, session: { cookie: string; csrfToken: string }): HttpClient {
    const client = new HttpClient(url);
    for (const one of session.cookie.split('; ')) {
      const [name = '', value = ''] = one.split(/=(.*)/s);
      client.cookies.set(name, value);
    }
    client.csrfToken = session.csrfToken;
    return client;
  }

  /** The same person with the same session at another address of the API, such as a proxy's. */
  at(url: string): HttpClient {
    return HttpClient.ofSession(url, { cookie: this.cookie, csrfToken: this.csrfToken ?? '' });
  }

  /** As the header of a request. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get<Body>(path: string, options: Options = {}): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, options);
  }

  post<Body>(path: string, body?: unknown, options: Options = {}): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, { ...options, body });
  }

  put<Body>(path: string, body: unknown, options: Options = {}): Promise<Answer<Body>> {
    return this.send<Body>('PUT', path, { ...options, body });
  }

  upload<Body>(
    path: string,
    file: { name: string; bytes: Uint8Array; fields?: Record<string, string> },
    options: Options = {},
  ): Promise<Answer<Body>> {
    const form = new FormData();
    for (const [name, value] of Object.entries(file.fields ?? {})) {
      form.append(name, value);
    }
    form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    return this.send<Body>('POST', path, { ...options, form });
  }

  async download(path: string): Promise<Buffer> {
    const response = await fetch(this.url + path, { headers: this.headers({}) });
    if (!response.ok) {
      throw new UnexpectedAnswer(`GET ${path}`, response.status, await response.text());
    }
    return Buffer.from(await response.arrayBuffer());
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.post<{ csrfToken: string }>('/v1/public/sessions', { email, password });
    this.csrfToken = answer.body.csrfToken;
  }

  /** Takes up an invitation; that signs in. */
  async acceptInvitation(token: string, name: string, password: string): Promise<void> {
    const answer = await this.post<{ csrfToken: string }>(`/v1/public/invitations/${token}/acceptance`, {
      name,
      password,
    });
    this.csrfToken = answer.body.csrfToken;
  }

  /** Whatever is answered, without judging it: for tests that try what must be refused. */
  async attempt(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...this.headers({ ifMatch: '"v1"' }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  private headers(options: Options): Record<string, string> {
    return {
      ...(this.cookies.size > 0 && { cookie: this.cookie }),
      ...(this.csrfToken !== null && { 'x-csrf-token': this.csrfToken }),
      ...(options.ifMatch && { 'if-match': options.ifMatch }),
      ...options.headers,
    };
  }

  private async send<Body>(method: string, path: string, options: Options): Promise<Answer<Body>> {
    const json = options.form === undefined && options.body !== undefined;
    const response = await fetch(this.url + path, {
      method,
      headers: { ...this.headers(options), ...(json && { 'content-type': 'application/json' }) },
      ...(options.form !== undefined && { body: options.form }),
      ...(json && { body: JSON.stringify(options.body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.cookies.set(name, value);
    }
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const body: unknown = type.includes('json') && text ? JSON.parse(text) : text;
    const expected = options.expect === undefined ? response.ok : response.status === options.expect;
    if (!expected) {
      throw new UnexpectedAnswer(`${method} ${path}`, response.status, body);
    }
    return {
      status: response.status,
      body: body as Body,
      etag: response.headers.get('etag'),
      headers: response.headers,
    };
  }
}

/** Asks again until there is an answer; gives up with the words of what was waited for. */
export async function until<Result>(
  what: string,
  ask: () => Promise<Result | null>,
  seconds = 60,
): Promise<Result> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const result = await ask();
    if (result !== null) {
      return result;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${seconds} s in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
