import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#platform';
import { Acting, SignedIn } from '../access/declarations.js';
import { SessionProof } from '../factor/factor.dto.js';
import { PasskeyAnswer, PasskeyRequestChallenge } from '../factor/passkey.dto.js';
import { SessionCookie } from './session-cookie.js';
import { SessionOpened } from './session.dto.js';
import { StepUp } from './step-up.js';

/** For whoever was refused with `step_up_required`. The session goes on under a new token. */
@ApiTags('Session')
@Controller('v1/account/session')
export class ProofAccountController {
  constructor(
    private readonly stepUp: StepUp,
    private readonly cookie: SessionCookie,
  ) {}

  /** Proves who sits there: by a code, or by the password where there is no second factor. */
  @Post('proof')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: SessionOpened })
  async prove(
    @Acting() actor: Actor,
    @Body() body: SessionProof,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    return this.cookie.hand(await this.stepUp.prove(actor, body, request.ip), request, reply);
  }

  /** What one of the person's passkeys is to sign. */
  @Post('passkey-challenge')
  @SignedIn()
  @ApiCreatedResponse({ type: PasskeyRequestChallenge })
  passkeyChallenge(@Acting() actor: Actor): Promise<PasskeyRequestChallenge> {
    return this.stepUp.askPasskey(actor);
  }

  /** Proves who sits there by what a passkey signed. */
  @Post('passkey-proof')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: SessionOpened })
  async proveByPasskey(
    @Acting() actor: Actor,
    @Body() body: PasskeyAnswer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    return this.cookie.hand(await this.stepUp.byPasskey(actor, body), request, reply);
  }
}
