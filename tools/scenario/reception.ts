import { HttpClient } from './http-client.js';
import { invitationFor } from './mailbox.js';

/** Everyone's password in this walk; the instance lives for a minute. */
export const password = 'kiondo sisal river lantern';

export interface World {
  url: string;
  dataDir: string;
  /** Token of the first administrator's invitation, as `npm run bootstrap` prints its link. */
  administratorToken: string;
}

export interface Applicant {
  name: string;
  country: string;
  city: string;
  currency: string;
}

/** The front door: application, admission, mail, acceptance, as people go through it. */
export class Reception {
  private readonly used = new Set<string>();
  private readonly anyone: HttpClient;
  readonly administrator: HttpClient;

  constructor(private readonly world: World) {
    this.anyone = new HttpClient(world.url);
    this.administrator = new HttpClient(world.url);
  }

  /** Brings the administrator in. Once, before anything else. */
  async open(): Promise<void> {
    await this.administrator.acceptInvitation(this.world.administratorToken, 'Ada Mensah', password);
  }

  /** An organisation applies and is admitted. */
  async admit(
    kind: 'retailer' | 'cooperative' | 'assurance',
    applicant: Applicant,
  ): Promise<{ id: string; email: string }> {
    const email = `${applicant.name.toLowerCase().replace(/[^a-z]+/g, '-')}@example.org`;
    const { body } = await this.anyone.post<{ id: string }>('/v1/public/organisations', {
      kind,
      ...applicant,
      email,
    });
    const at = `/v1/admin/organisations/${body.id}`;
    await this.administrator.post(`${at}/admission`, undefined, {
      ifMatch: (await this.administrator.get(at)).etag,
    });
    return { id: body.id, email };
  }

  /** Someone reads their invitation and takes it up; that signs them in. */
  async accept(email: string, name: string): Promise<HttpClient> {
    const token = await invitationFor(this.world.dataDir, email, this.used);
    this.used.add(token);
    const client = new HttpClient(this.world.url);
    await client.acceptInvitation(token, name, password);
    return client;
  }

  /** Someone who is in already signs in on one more device. */
  async signIn(email: string): Promise<HttpClient> {
    const client = new HttpClient(this.world.url);
    await client.signIn(email, password);
    return client;
  }
}
