import { type HttpClient, UnexpectedAnswer } from '../scenario/http-client.js';
import type { Market, Opening } from './market.js';
import type { Measures } from './measures.js';
import type { User } from './population.js';

interface Listed {
  items: { id: string; state?: string }[];
}

/** Lines of a request that is posted, as many as the median of what the design expects. */
const linesOfRequest = 20;
const cooperativesInvited = 5;
/** How long a request is open, in milliseconds: so short that the soak sees it to its award. */
const openMs = { least: 40_000, most: 70_000 };
/** A quote is begun only with so much time left. */
const quotingMs = 20_000;

/** What someone does at one visit: a few screens, with time to read and to type in between. */
export class Walks {
  constructor(
    private readonly market: Market,
    private readonly measures: Measures,
  ) {}

  /** A buyer's visit, by how often each is made. @returns null when there is nothing of the kind to do */
  buyer(): { user: User | null; walk: (user: User) => Promise<void> } {
    const dice = this.market.random.next();
    if (dice < 0.06) {
      const closed = this.market.takeClosed();
      if (closed) {
        const colleagues = this.market.population.buyers.filter(
          (buyer) => buyer.organisation === closed.retailer && !buyer.busy,
        );
        // Nobody else's: where all colleagues are busy, the first of them has no time for it.
        const user =
          colleagues[0] ?? this.market.population.buyers.find((one) => one.organisation === closed.retailer);
        return { user: user ?? null, walk: (one) => this.award(one, closed) };
      }
    }
    if (dice < 0.12) {
      return { user: null, walk: (user) => this.request(user) };
    }
    if (dice < 0.4) {
      return { user: null, walk: (user) => this.look(user, '/v1/buyer/requests', 'lines') };
    }
    if (dice < 0.6) {
      return { user: null, walk: (user) => this.look(user, '/v1/buyer/orders') };
    }
    if (dice < 0.75) {
      return { user: null, walk: (user) => this.search(user) };
    }
    return { user: null, walk: (user) => this.home(user, '/v1/buyer/work') };
  }

  /** A manager's visit. */
  manager(): { user: User | null; walk: (user: User) => Promise<void> } {
    const dice = this.market.random.next();
    if (dice < 0.3) {
      const opening = this.market.takeOpening(quotingMs);
      if (opening) {
        const colleagues = this.market.population.managers.filter(
          (manager) => manager.organisation === opening.cooperative && !manager.busy,
        );
        const user =
          colleagues[0] ??
          this.market.population.managers.find((one) => one.organisation === opening.cooperative);
        return { user: user ?? null, walk: (one) => this.quote(one, opening) };
      }
    }
    if (dice < 0.55) {
      return { user: null, walk: (user) => this.look(user, '/v1/cooperative/requests', 'lines') };
    }
    if (dice < 0.7) {
      return { user: null, walk: (user) => this.orders(user) };
    }
    if (dice < 0.8) {
      return { user: null, walk: (user) => this.look(user, '/v1/cooperative/products') };
    }
    return { user: null, walk: (user) => this.home(user, '/v1/cooperative/work') };
  }

  private async home({ client }: User, work: string): Promise<void> {
    await this.get(client, '/v1/account/session');
    await this.get(client, work);
  }

  private async look({ client }: User, list: string, part?: string): Promise<void> {
    const { body } = await this.get<Listed>(client, `${list}?limit=25`);
    await this.think();
    const one = body.items[0];
    if (one) {
      await this.get(client, `${list}/${one.id}`);
      if (part !== undefined) {
        await this.get(client, `${list}/${one.id}/${part}?limit=100`);
      }
    }
  }

  private async search({ client }: User): Promise<void> {
    const words = ['weav', 'wea', '12', 'Machakos', 'basket'];
    for (const word of [this.market.random.pick(words), this.market.random.pick(words)]) {
      await this.get(client, `/v1/buyer/cooperatives?search=${word}&limit=25`);
      await this.think();
    }
  }

  private async request({ client, organisation }: User): Promise<void> {
    const { random, population } = this.market;
    const closesAt = Date.now() + random.whole(openMs.least, openMs.most);
    const at = '/v1/buyer/requests';
    const draft = {
      title: 'Baskets for the season',
      currency: 'EUR',
      partialWelcome: true,
      splitWelcome: true,
      deadline: new Date(closesAt).toISOString(),
      incoterm: 'FCA',
      incotermPlace: 'Mombasa',
      delivery: { name: 'Warehouse', city: 'Rotterdam', country: 'NL' },
    };
    const lines = Array.from({ length: linesOfRequest }, (_, index) => ({
      description: `Sisal basket, size ${index + 1}`,
      quantity: '120',
      unitCode: 'C62',
    }));
    const made = await this.post<{ id: string }>(client, at, { ...draft, lines });
    const own = `${at}/${made.body.id}`;
    // Typed on, and saved by itself.
    let etag = (await this.get(client, own)).etag;
    for (const title of ['Baskets for the autumn', 'Baskets for the autumn, sixty shops']) {
      await this.think();
      etag = (await this.put(client, own, { ...draft, title }, etag)).etag;
    }
    const stored = await this.get<{ items: { id: string }[] }>(client, `${own}/lines?limit=100`);
    const invited = [
      ...new Set(
        Array.from({ length: cooperativesInvited }, () =>
          random.whole(0, population.cooperativeIds.length - 1),
        ),
      ),
    ];
    await this.post(client, `${own}/invitations`, {
      cooperativeIds: invited.map((index) => population.cooperativeIds[index]),
    });
    await this.post(client, `${own}/publication`, undefined, (await this.get(client, own)).etag);
    const lineIds = stored.body.items.map((line) => line.id);
    this.market.published({ requestId: made.body.id, retailer: organisation, lineIds, closesAt }, invited);
  }

  private async quote({ client }: User, opening: Opening): Promise<void> {
    const at = `/v1/cooperative/requests/${opening.requestId}`;
    await this.get(client, at);
    await this.get(client, `${at}/lines?limit=100`);
    const isTooLate = (error: unknown): boolean => {
      const late =
        Date.now() >= opening.closesAt && error instanceof UnexpectedAnswer && error.status === 409;
      this.measures.tooLate += late ? 1 : 0;
      return late;
    };
    const validUntil = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    const save = (
      unitPrice: string,
      etag: string | null,
    ): Promise<{ body: { id: string }; etag: string | null }> =>
      this.put(
        client,
        `${at}/quote`,
        {
          currency: 'EUR',
          validUntil,
          lines: opening.lineIds.map((requestLineId) => ({
            requestLineId,
            quantity: '120',
            unitPrice,
            leadTimeDays: 30,
            priceBreaks: [{ fromQuantity: '60', unitPrice: '8.75' }],
          })),
        },
        etag,
        isTooLate,
      );
    await this.think();
    let saved = await save('9.50', null);
    for (const unitPrice of ['9.25', '9.10']) {
      await this.think();
      saved = await save(unitPrice, saved.etag);
    }
    await this.post(client, `${at}/quote/submission`, undefined, saved.etag, isTooLate);
    this.market.quoted(opening.requestId, saved.body.id);
  }

  private async award(
    { client }: User,
    closed: { requestId: string; lineIds: string[]; quoteIds: string[] },
  ): Promise<void> {
    const at = `/v1/buyer/requests/${closed.requestId}`;
    await this.get(client, `${at}/comparison`);
    await this.think();
    const allocations = closed.lineIds.map((requestLineId, index) => ({
      requestLineId,
      quoteId: closed.quoteIds[index % closed.quoteIds.length],
      quantity: '120',
    }));
    const made = await this.post<{ id: string }>(client, `${at}/awards`, { allocations, reason: 'By size' });
    const award = `/v1/buyer/awards/${made.body.id}`;
    const { etag } = await this.get(client, award);
    await this.think();
    await this.post(client, `${award}/confirmation`, undefined, etag);
  }

  private async orders({ client }: User): Promise<void> {
    const { body } = await this.get<Listed>(client, '/v1/cooperative/orders?limit=25');
    const issued = body.items.find((order) => order.state === 'issued');
    if (issued) {
      await this.think();
      const order = await this.get<{ documents: { kind: string; state: string }[] }>(
        client,
        `/v1/cooperative/orders/${issued.id}`,
      );
      if (order.body.documents.some((one) => one.kind === 'pdf' && one.state === 'ready')) {
        const pdf = `/v1/cooperative/orders/${issued.id}/documents/pdf`;
        await this.measures.time('GET', pdf, () => client.download(pdf));
      }
    }
  }

  /** Time to read or to type: from a third of a second to two. */
  private think(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.market.random.whole(300, 2_000)));
  }

  private get<Body>(client: HttpClient, path: string): Promise<{ body: Body; etag: string | null }> {
    return this.measures.time('GET', path, () => client.get<Body>(path));
  }

  private post<Body>(
    client: HttpClient,
    path: string,
    body: unknown,
    ifMatch: string | null = null,
    isRule?: (error: unknown) => boolean,
  ): Promise<{ body: Body; etag: string | null }> {
    return this.measures.time('POST', path, () => client.post<Body>(path, body, { ifMatch }), isRule);
  }

  private put<Body>(
    client: HttpClient,
    path: string,
    body: unknown,
    ifMatch: string | null,
    isRule?: (error: unknown) => boolean,
  ): Promise<{ body: Body; etag: string | null }> {
    return this.measures.time('PUT', path, () => client.put<Body>(path, body, { ifMatch }), isRule);
  }
}
