import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, Settings } from '#platform';
import { Secrets } from './secrets.js';
import type { SessionOpened } from './session.dto.js';
import { type Proof, SessionService } from './session.service.js';

type CookieReply = FastifyReply & {
  setCookie(name: string, value: string, options: object): FastifyReply;
  clearCookie(name: string, options: object): FastifyReply;
};

/** The session's token in the browser: an httpOnly SameSite cookie, over TLS bound to this host alone. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  private readonly options: object;

  constructor(
    settings: Settings,
    private readonly secrets: Secrets,
    private readonly sessions: SessionService,
  ) {
    const secure = settings.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-weftway_session' : 'weftway_session';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  tokenOf(request: FastifyRequest): string | null {
    const token = (request as { cookies?: Record<string, string | undefined> }).cookies?.[this.name];
    return token && token.length <= 100 ? token : null;
  }

  csrfToken(request: FastifyRequest): string {
    const token = this.tokenOf(request);
    return token ? this.secrets.csrfToken(token) : '';
  }

  /** Begins a session with a token of its own, whatever cookie came in, and answers who is signed in. */
  async open(
    personId: string,
    proof: Proof,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SessionOpened> {
    const token = await this.sessions.begin(personId, proof, {
      userAgent: request.headers['user-agent'] ?? null,
      address: request.ip,
    });
    return this.hand(token, request, reply);
  }

  /** Gives the browser a session's token, and answers who is signed in. */
  async hand(token: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionOpened> {
    (reply as CookieReply).setCookie(this.name, token, { ...this.options, maxAge: 14 * 86_400 });
    const principal = await this.sessions.principalOf(token, request.id);
    if (!principal) {
      throw errors.not_signed_in();
    }
    return { ...(await this.sessions.view(principal.actor)), csrfToken: this.secrets.csrfToken(token) };
  }

  clear(reply: FastifyReply): void {
    (reply as CookieReply).clearCookie(this.name, this.options);
  }
}
