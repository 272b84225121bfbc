import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { ApiKeyService } from '../api-key/api-key.service.js';
import { SessionCookie } from '../session/session-cookie.js';
import { type Principal, SessionService } from '../session/session.service.js';

/** E-mail address and password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(LocalStrategy, 'password') {
  constructor(private readonly sessions: SessionService) {
    super({ usernameField: 'email', passwordField: 'password', passReqToCallback: true });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<{ personId: string }> {
    return { personId: await this.sessions.personOf(email, password, request.ip) };
  }
}

/** The session's cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(CustomStrategy, 'session') {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Principal | null> {
    const token = this.cookie.tokenOf(request);
    return token ? this.sessions.principalOf(token, request.id) : null;
  }
}

/** `Authorization: Bearer wk_…` */
@Injectable()
export class ApiKeyStrategy extends PassportStrategy(CustomStrategy, 'api-key') {
  constructor(private readonly keys: ApiKeyService) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Principal | null> {
    const key = /^Bearer (wk_[A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    return key ? this.keys.principalOf(key, request.id) : null;
  }
}
