import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import {
  type Actor,
  assertBodyIsPlain,
  bodyHashOf,
  errors,
  type OrganisationKind,
  publicActor,
} from '#platform';
import { Secrets } from '../session/secrets.js';
import type { Principal } from '../session/session.service.js';
import { StepUp } from '../session/step-up.js';
import { type Access, accessKey, freshProofKey, idempotentKey } from './declarations.js';
import { identityErrors } from '../identity.errors.js';

/** Who is it, for which organisation, with which role: asked before every route, answered as the request's actor. */
@Injectable()
export class ActorGuard extends AuthGuard(['session', 'api-key']) {
  constructor(
    private readonly reflector: Reflector,
    private readonly secrets: Secrets,
    private readonly stepUp: StepUp,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { actor: Actor; user?: Principal }>();
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) {
      throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access`);
    }
    assertBodyIsPlain(request);
    if ('public' in access) {
      request.actor = publicActor(request.id);
      return true;
    }
    await super.canActivate(context);
    const principal = request.user;
    if (!principal) {
      throw errors.not_signed_in();
    }
    if (principal.csrfToken !== null && !['GET', 'HEAD', 'OPTIONS'].includes(request.method)) {
      const sent = request.headers['x-csrf-token'];
      if (typeof sent !== 'string' || !this.secrets.same(sent, principal.csrfToken())) {
        throw errors.csrf_token_missing();
      }
    }
    this.assertPermitted(access, principal.actor);
    assertOwnDoor(request.routeOptions.url ?? request.url, principal.actor);
    await this.assertProved(context, principal.actor);
    request.actor = principal.actor;
    if (this.reflector.get<boolean | undefined>(idempotentKey, context.getHandler())) {
      claimIdempotency(request);
    }
    return true;
  }

  override handleRequest<Found>(error: unknown, found: Found | false): Found {
    if (error) {
      throw error;
    }
    if (!found) {
      throw errors.not_signed_in();
    }
    return found;
  }

  private async assertProved(context: ExecutionContext, actor: Actor): Promise<void> {
    const fresh = this.reflector.get<{ apiKeys: 'pass' | 'refused' } | undefined>(
      freshProofKey,
      context.getHandler(),
    );
    if (fresh === undefined) {
      return;
    }
    if (actor.sessionId) {
      await this.stepUp.assertProved(actor);
    } else if (fresh.apiKeys === 'refused') {
      throw errors.not_permitted({ detail: 'This is for people, not for API keys.' });
    }
  }

  private assertPermitted(access: Exclude<Access, { public: true }>, actor: Actor): void {
    if ('signedIn' in access) {
      // A key acts for its organisation, not as its maker.
      if (!actor.sessionId) {
        throw errors.not_permitted();
      }
      return;
    }
    if (!actor.organisationId) {
      throw identityErrors.organisation_not_chosen();
    }
    if (!actor.permissions.has(access.permission)) {
      throw errors.not_permitted();
    }
  }
}

/** The kind of organisation that each door of the API is for; the other doors are for all. */
const kindOfDoor: Readonly<Record<string, OrganisationKind>> = {
  buyer: 'retailer',
  cooperative: 'cooperative',
  compliance: 'assurance',
  admin: 'platform',
};

/** Some permissions are shared by roles of different kinds; the doors are not. */
function assertOwnDoor(route: string, actor: Actor): void {
  const kind = kindOfDoor[route.split('/')[2] ?? ''];
  if (kind !== undefined && actor.kind !== kind) {
    throw errors.not_permitted({ detail: 'This part is for another kind of organisation than yours.' });
  }
}

function claimIdempotency(request: FastifyRequest & { actor: Actor }): void {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length === 0) {
    return;
  }
  if (key.length > 200) {
    throw errors.invalid_input({
      errors: [
        {
          pointer: '#Idempotency-Key',
          code: 'length',
          detail: 'An Idempotency-Key has at most 200 characters.',
        },
      ],
    });
  }
  request.actor.idempotency = {
    key,
    bodyHash: bodyHashOf(`${request.method} ${request.url}`, JSON.stringify(request.body ?? null)),
  };
}
