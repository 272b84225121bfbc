import fc from 'fast-check';
import { type Call, callsOf } from './calls.js';
import { curlOf, statusOf } from './curl.js';
import { Answers, type OpenApi, type Operation, operationsOf } from './document.js';
import { Knowledge } from './knowledge.js';
import { credentialsOf, mayCall, type Person, signIn } from './people.js';
import { type Reply, Sender } from './sender.js';

export interface FuzzOptions {
  url: string;
  people: Person[];
  seed: number;
  /** Ends when either is reached: seconds in all, or requests in each group of routes. */
  seconds?: number;
  count?: number;
  /** A part of the names of routes that are asked. */
  only?: string;
  /** Where long bodies of failed requests are written. */
  folder: string;
}

export interface Fault {
  route: string;
  what: string;
  /** How often it was met. */
  times: number;
  curl: string;
  /** What the command above was answered with, at once; null where it could not be run. */
  again: number | null;
}

export interface FuzzResult {
  requests: number;
  seconds: number;
  groups: Record<string, { requests: number; fulfilled: number; refused: number }>;
  routes: number;
  /** Routes that never answered 2xx, of which nothing but refusals was tried. */
  neverFulfilled: string[];
  faults: Fault[];
}

/** Requests of a route that are sent one after the other before the next route's turn. */
const batch = 12;

/** Sends what the document asks for, nearly that, and worse, at full speed; judges each answer by the document. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  return new Fuzzing(options).run();
}

class Fuzzing {
  private readonly sender: Sender;
  private readonly knowledge = new Knowledge();
  private readonly faults = new Map<string, Fault>();
  private readonly groups: FuzzResult['groups'] = {};
  private readonly fulfilled = new Set<string>();
  private readonly begun = performance.now();
  private readonly unrepeated: Fault[] = [];
  private requests = 0;

  constructor(private readonly options: FuzzOptions) {
    this.sender = new Sender(options.url);
  }

  async run(): Promise<FuzzResult> {
    const { only = '', seed } = this.options;
    const answer = await this.sender.send({
      method: 'GET',
      path: '/v1/openapi.json',
      headers: {},
      body: null,
    });
    const document = JSON.parse(answer.body.toString('utf8')) as OpenApi;
    const answers = new Answers(document);
    // A stream has no end to wait for.
    const operations = operationsOf(document).filter(
      ({ name, responses }) => name.includes(only) && !responses['200']?.content?.['text/event-stream'],
    );
    for (let round = 0; !this.isOver(operations); round += 1) {
      const order = [...operations].sort((left, right) =>
        round === 0 ? left.method.localeCompare(right.method) : 0,
      );
      for (const [index, operation] of order.entries()) {
        if (this.isOver(operations)) {
          break;
        }
        if (this.isFull(operation)) {
          continue;
        }
        const calls = fc.sample(callsOf(document, operation, this.knowledge), {
          seed: seed + round * 1_000 + index,
          numRuns: batch,
        });
        await Promise.all(calls.map((call, at) => this.try(operation, call, answers, round + at)));
        for (const fault of this.unrepeated.splice(0)) {
          fault.again = await statusOf(fault.curl);
        }
      }
    }
    this.sender.close();
    return {
      requests: this.requests,
      seconds: (performance.now() - this.begun) / 1000,
      groups: this.groups,
      routes: operations.length,
      neverFulfilled: operations.map((one) => one.name).filter((name) => !this.fulfilled.has(name)),
      faults: [...this.faults.values()],
    };
  }

  private isOver(operations: readonly Operation[]): boolean {
    const { seconds = Infinity } = this.options;
    return performance.now() - this.begun > seconds * 1000 || operations.every((one) => this.isFull(one));
  }

  private isFull({ group }: Operation): boolean {
    return (this.groups[group]?.requests ?? 0) >= (this.options.count ?? Infinity);
  }

  /** As whoever may call it; now and then as somebody else, or as nobody. */
  private async try(operation: Operation, call: Call, answers: Answers, turn: number): Promise<void> {
    const { people } = this.options;
    const may = people.filter((person) => mayCall(person, operation));
    const among = may.length === 0 || turn % 20 === 19 ? people : may;
    const person = turn % 40 === 39 ? undefined : among[turn % Math.max(among.length, 1)];
    // Whoever is sent away or loses their roles could not go on asking.
    if (operation.method !== 'GET' && people.some((one) => call.path.includes(`/members/${one.personId}`))) {
      return;
    }
    const sent = { ...call, headers: { ...(person && credentialsOf(person)), ...call.headers } };
    const group = (this.groups[operation.group] ??= { requests: 0, fulfilled: 0, refused: 0 });
    this.requests += 1;
    group.requests += 1;
    let reply: Reply;
    try {
      reply = await this.sender.send(sent);
    } catch (error) {
      this.note(operation, `gave no answer: ${(error as Error).message}`, sent);
      return;
    }
    const fault = answers.faultOf(operation, reply.status, reply.type, reply.body);
    if (fault !== null) {
      this.note(operation, fault, sent);
    }
    if (reply.status < 300) {
      group.fulfilled += 1;
      this.fulfilled.add(operation.name);
      if (reply.type.startsWith('application/json')) {
        this.knowledge.learn(operation.pattern, JSON.parse(reply.body.toString('utf8')));
      }
    } else {
      group.refused += 1;
    }
    if (
      person &&
      (reply.status === 401 || (reply.status < 300 && operation.pattern.startsWith('/v1/account/session')))
    ) {
      await this.signInAgain(person);
    }
  }

  /** Sessions are ended by what is sent, too. Who cannot come back is left out from then on. */
  private async signInAgain(person: Person): Promise<void> {
    const check = await this.sender.send({
      method: 'GET',
      path: '/v1/account/session',
      headers: credentialsOf(person),
      body: null,
    });
    if (check.status === 200) {
      return;
    }
    const fresh = await signIn(this.sender, person.email, person.password);
    if (fresh) {
      Object.assign(person, fresh);
    } else {
      this.options.people.splice(this.options.people.indexOf(person), 1);
    }
  }

  private note(operation: Operation, what: string, call: Call): void {
    const key = `${operation.name} ${what}`;
    const known = this.faults.get(key);
    if (known) {
      known.times += 1;
      return;
    }
    const curl = curlOf(this.options.url, call, this.options.folder, this.faults.size + 1);
    const fault: Fault = { route: operation.name, what, times: 1, curl, again: null };
    this.faults.set(key, fault);
    this.unrepeated.push(fault);
  }
}
