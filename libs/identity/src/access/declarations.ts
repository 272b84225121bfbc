import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiHeader, ApiSecurity } from '@nestjs/swagger';
import type { Actor } from '#platform';
import type { Permission } from './permissions.js';

/** What a route declares about who may call it. A test fails on a route without a declaration. */
export type Access = { public: true } | { signedIn: true } | { permission: Permission };
export const accessKey = 'weftway:access';

/** Anyone, without signing in. */
export const PublicRoute = (): MethodDecorator => SetMetadata(accessKey, { public: true } satisfies Access);

/** Anyone with a session, for what is the person's own. */
export const SignedIn = (): MethodDecorator =>
  applyDecorators(SetMetadata(accessKey, { signedIn: true } satisfies Access), ApiCookieAuth());

/** Whoever's role, or API key, includes this permission. */
export const Requires = (permission: Permission): MethodDecorator =>
  applyDecorators(
    SetMetadata(accessKey, { permission } satisfies Access),
    ApiCookieAuth(),
    ApiSecurity('api_key', [permission]),
  );

/**
 * A weighty step: whoever takes it proved who they are within STEP_UP_MINUTES, otherwise they are answered `step_up_required`.
 * A program has no second factor; its key was made behind this proof and names what it may do, so it passes unless `refused`.
 */
export const FreshProof = (options: { apiKeys: 'pass' | 'refused' } = { apiKeys: 'pass' }): MethodDecorator =>
  SetMetadata(freshProofKey, options);
export const freshProofKey = 'weftway:fresh-proof';

/** A creating POST: the same Idempotency-Key and body gives the same answer, once. */
export const Idempotent = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(idempotentKey, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Up to 200 characters of your own; repeat it to be given the first answer again',
      schema: { type: 'string', maxLength: 200 },
    }),
  );
export const idempotentKey = 'weftway:idempotent';

/** The actor of this request, as the guard found it. */
export const Acting = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<{ actor: Actor }>().actor,
);
