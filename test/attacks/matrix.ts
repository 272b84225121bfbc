import type { Answer } from '../medium/identity/visitor.js';
import { Visitor } from '../medium/identity/visitor.js';
import type { Document } from '../medium/platform/openapi-document.js';
import { isStream, namesSomething, pathOf, sendingOf } from './calls.js';
import { fingerprint } from './fingerprint.js';
import { changes, rightfulOf } from './rightful/index.js';
import type { Victim } from './rightful/victim.js';
import { questionsOf, smuggledBodies } from './questions.js';
import { type Attacked, attackedRoutes } from './routes.js';
import { Canaries } from './secrets.js';
import { closedByAnyAnswer, shared } from './shared.js';
import { kindOfRole, roles, type World } from './world.js';

export interface MatrixResult {
  routes: number;
  requests: number;
  canaries: number;
  /** How often each kind of refusal was met, by status. */
  refusals: Record<string, number>;
  /** Routes that did not answer whom they are for: what was tried on them proves nothing. */
  vacuous: string[];
  leaks: string[];
  failures: string[];
}

/** One attempt at every route in every role of one's own and of other organisations, by every way to ask it. */
export async function runMatrix(world: World, only = ''): Promise<MatrixResult> {
  return new Matrix(world, only).run();
}

type Expected = number | 'refused' | 'any';

class Matrix {
  private readonly result: MatrixResult = {
    routes: 0,
    requests: 0,
    canaries: 0,
    refusals: {},
    vacuous: [],
    leaks: [],
    failures: [],
  };

  constructor(
    private readonly world: World,
    /** A part of the names of routes that are attacked. */
    private readonly only: string,
  ) {}

  async run(): Promise<MatrixResult> {
    const attacked = await attackedRoutes(this.world);
    const { document, faults } = attacked;
    const routes = attacked.routes.filter((route) => route.name.includes(this.only));
    this.result.vacuous.push(...faults);
    this.result.routes = routes.length;
    const canaries = new Canaries(document);
    canaries.settle();
    // A stream has no end to wait for; what each is told by it is tested beside sealed prices and live changes.
    const reads = routes.filter((route) => route.method === 'GET' && !isStream(route));
    const victims = new Map<Attacked, Victim>();
    for (const route of reads) {
      const victim = await this.rightfulAnswer(route, canaries);
      if (victim) {
        victims.set(route, victim);
      }
    }
    this.result.canaries = canaries.size;
    for (const [route, victim] of victims) {
      await this.attack(route, victim, canaries);
      await this.askAround(route, victim, canaries);
    }
    const order = Object.keys(changes);
    const rest = routes
      .filter((route) => route.method !== 'GET')
      .sort((left, right) => order.indexOf(left.name) - order.indexOf(right.name));
    for (const route of rest) {
      await this.change(route, document, canaries);
    }
    return this.result;
  }

  /** Asks as whom it is for, and learns from the answer what is nobody else's business. */
  private async rightfulAnswer(route: Attacked, canaries: Canaries): Promise<Victim | null> {
    const victim = await this.victimOf(route);
    if (!victim) {
      return null;
    }
    const answer = await this.send(victim.by?.visitor ?? this.nobody, route, victim);
    if (answer.status >= 300) {
      this.result.vacuous.push(
        `${route.name} answers whom it is for with ${answer.status}: ${answer.text.slice(0, 300)}`,
      );
    } else if (route.roles === null || route.name in shared) {
      canaries.release(answer.text);
    } else if (!route.pattern.startsWith('/v1/admin/')) {
      // Administrators see every organisation, strangers' own among them.
      canaries.keep(answer.text, route.name);
    }
    return victim;
  }

  /** A change is tried by everyone else first; then it must still be there to be done by whom it is for. */
  private async change(route: Attacked, document: Document, canaries: Canaries): Promise<void> {
    const victim = await this.victimOf(route);
    if (!victim) {
      return;
    }
    let woken: number;
    let before: string;
    do {
      // Signing in anew changes something too: then all of it is tried once more by those who are awake.
      woken = this.world.woken();
      before = await fingerprint(this.world);
      await this.attack(route, victim, canaries);
      await this.smuggle(route, victim, document, canaries);
    } while (namesSomething(route, victim) && this.world.woken() > woken);
    if (namesSomething(route, victim) && (await fingerprint(this.world)) !== before) {
      this.result.leaks.push(`${route.name} changed something for whom it is not for`);
    }
    const due = closedByAnyAnswer.has(route.name) ? ((await this.victimOf(route)) ?? victim) : victim;
    const answer = await this.send(due.by?.visitor ?? this.nobody, route, due);
    if (answer.status >= 300) {
      this.result.vacuous.push(
        `${route.name} answers whom it is for with ${answer.status}: ${answer.text.slice(0, 300)}`,
      );
    }
  }

  /** Others' ids in the body of what is a stranger's own to do: another's photo on one's product, another's organisation to act for. */
  private async smuggle(
    route: Attacked,
    victim: Victim,
    document: Document,
    canaries: Canaries,
  ): Promise<void> {
    const role = route.roles?.[0];
    if (!role || kindOfRole[role] === 'platform' || route.pattern.includes('{')) {
      return;
    }
    const { visitor } = await this.world.as(role, this.world.rivals[kindOfRole[role]]);
    for (const body of await smuggledBodies(this.world, document, route, victim)) {
      const sent = { ...victim, body };
      const answer = await this.send(visitor, route, sent);
      const what = `${route.name} as ${role} elsewhere with ${JSON.stringify(body)}`;
      this.judge(what, JSON.stringify(body), answer, 'refused', canaries);
    }
  }

  private async attack(route: Attacked, victim: Victim, canaries: Canaries): Promise<void> {
    if (route.roles === null) {
      return;
    }
    await this.attempt(route, victim, 'nobody', this.nobody, 401, canaries);
    for (const role of roles) {
      const kind = kindOfRole[role];
      if (!route.roles.includes(role)) {
        const home = victim.by?.kind === kind ? victim.by.organisationId : this.world.victims[kind];
        const someone = await this.world.as(role, home);
        await this.attempt(route, victim, `${role} inside`, someone.visitor, 403, canaries);
      } else if (kind !== 'platform') {
        const rival = await this.world.as(role, this.world.rivals[kind]);
        const refused = namesSomething(route, victim) && !(route.name in shared);
        await this.attempt(
          route,
          victim,
          `${role} elsewhere`,
          rival.visitor,
          refused ? 'refused' : 'any',
          canaries,
        );
      }
    }
    if (route.permission !== null && route.permission !== 'organisation.read') {
      const key = await this.world.keyOf(victim.by?.organisationId ?? this.world.victims.retailer);
      await this.attempt(route, victim, 'a key for something else', key, 403, canaries);
    }
  }

  /** Filters, sorts, searches, cursors and other records' ids, by a stranger who may call the route. */
  private async askAround(route: Attacked, victim: Victim, canaries: Canaries): Promise<void> {
    if (route.roles !== null && kindOfRole[route.roles[0] ?? 'administrator'] === 'platform') {
      return;
    }
    const role = route.roles?.[0];
    const stranger = role
      ? (await this.world.as(role, this.world.rivals[kindOfRole[role]])).visitor
      : this.nobody;
    for (const { path, refused } of await questionsOf(this.world, route, victim)) {
      const answer = await this.awake(stranger, () => stranger.send('GET', path));
      this.judge(
        `GET ${path} as ${role ?? 'nobody'} elsewhere`,
        path,
        answer,
        refused ? 'refused' : 'any',
        canaries,
      );
    }
  }

  private async attempt(
    route: Attacked,
    victim: Victim,
    who: string,
    visitor: Visitor,
    expected: Expected,
    canaries: Canaries,
  ): Promise<void> {
    const answer = await this.send(visitor, route, victim);
    const asked = pathOf(route, victim) + JSON.stringify(victim.body ?? '');
    this.judge(`${route.name} as ${who}`, asked, answer, expected, canaries);
  }

  private judge(
    what: string,
    asked: string,
    answer: Answer<unknown>,
    expected: Expected,
    canaries: Canaries,
  ): void {
    if (answer.status >= 500) {
      this.result.failures.push(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`);
    }
    const met =
      expected === 'any' || (expected === 'refused' ? answer.status >= 400 : answer.status === expected);
    if (!met) {
      this.result.leaks.push(`${what}: ${answer.status} in place of ${expected}`);
    }
    const named = canaries.in(answer.text, asked);
    if (named.length > 0) {
      this.result.leaks.push(`${what}: ${answer.status} tells ${named.slice(0, 3).join(', ')}`);
    }
    this.result.refusals[answer.status] = (this.result.refusals[answer.status] ?? 0) + 1;
  }

  private async victimOf(route: Attacked): Promise<Victim | null> {
    const finding = rightfulOf(route.method, route.pattern);
    if (!finding) {
      this.result.vacuous.push(`${route.name}: tell in test/attacks/rightful whom it answers, and for what`);
      return null;
    }
    try {
      return await finding(this.world);
    } catch (error) {
      this.result.vacuous.push(`${route.name}: ${String(error)}`);
      return null;
    }
  }

  private send(visitor: Visitor, route: Attacked, victim: Victim): Promise<Answer<unknown>> {
    return this.awake(visitor, () => visitor.send(route.method, pathOf(route, victim), sendingOf(victim)));
  }

  /** What one of the routes did to the session must not answer for the next. */
  private async awake(visitor: Visitor, ask: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const answer = await this.count(ask());
    return answer.status === 401 && (await this.world.wake(visitor)) ? this.count(ask()) : answer;
  }

  private count<Result>(sent: Promise<Result>): Promise<Result> {
    this.result.requests += 1;
    return sent;
  }

  private get nobody(): Visitor {
    return new Visitor(this.world.context.app);
  }
}
