import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Id } from '#platform';
import { Acting, PublicRoute, SignedIn } from '../access/declarations.js';
import { PasswordGuard } from '../access/password.guard.js';
import { SecondStep, PasskeyWanted } from '../factor/factor.dto.js';
import { PasskeyAnswer, PasskeyRequestChallenge } from '../factor/passkey.dto.js';
import { SessionCookie } from './session-cookie.js';
import { SessionList, SessionOpened, SessionView, SignIn, SwitchOrganisation } from './session.dto.js';
import { SessionService } from './session.service.js';
import { SignInSteps } from './sign-in-steps.js';

@ApiTags('Session')
@Controller('v1/public/sessions')
export class SessionPublicController {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly steps: SignInSteps,
  ) {}

  /**
   * Signs in by e-mail address and password; the session is in an httpOnly cookie. Whoever has a second factor is answered
   * `second_factor_needed` with a `signInToken` and the `methods` by which to go on.
   */
  @Post()
  @PublicRoute()
  @UseGuards(PasswordGuard)
  @ApiBody({ type: SignIn })
  @ApiCreatedResponse({ type: SessionOpened })
  async signIn(
    @Req() request: FastifyRequest & { user: { personId: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    const { personId } = request.user;
    await this.steps.assertPasswordIsEnough(personId, request.id);
    return this.cookie.open(personId, 'password', request, reply);
  }

  /** The second step, by a code of an authenticator app or a recovery code. */
  @Post('second-step')
  @PublicRoute()
  @ApiCreatedResponse({ type: SessionOpened })
  async secondStep(
    @Body() body: SecondStep,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    const personId = await this.steps.byCode(body, request.id, request.ip);
    return this.cookie.open(personId, body.method, request, reply);
  }

  /** What a passkey is to sign: as the second step with its `signInToken`, otherwise to sign in by it alone. */
  @Post('passkey-challenge')
  @PublicRoute()
  @ApiCreatedResponse({ type: PasskeyRequestChallenge })
  passkeyChallenge(
    @Body() body: PasskeyWanted,
    @Req() request: FastifyRequest,
  ): Promise<PasskeyRequestChallenge> {
    return this.steps.askPasskey(body.signInToken ?? null, request.id);
  }

  /** Signs in by what a passkey signed. */
  @Post('passkey')
  @PublicRoute()
  @ApiCreatedResponse({ type: SessionOpened })
  async byPasskey(
    @Body() body: PasskeyAnswer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    return this.cookie.open(await this.steps.byPasskey(body, request.id), 'passkey', request, reply);
  }
}

@ApiTags('Session')
@Controller('v1/account')
export class SessionAccountController {
  constructor(
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Who is signed in, for which organisation, and what they may do. */
  @Get('session')
  @SignedIn()
  @ApiOkResponse({ type: SessionOpened })
  async current(@Acting() actor: Actor, @Req() request: FastifyRequest): Promise<SessionOpened> {
    return { ...(await this.sessions.view(actor)), csrfToken: this.cookie.csrfToken(request) };
  }

  /** Goes on for another organisation of the same person. */
  @Post('session/organisation')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: SessionView })
  switch(@Acting() actor: Actor, @Body() body: SwitchOrganisation): Promise<SessionView> {
    return this.sessions.switchTo(actor, body.organisationId);
  }

  /** Signs out. */
  @Delete('session')
  @HttpCode(204)
  @SignedIn()
  async signOut(@Acting() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.cookie.clear(reply);
    await this.sessions.end(actor, actor.sessionId ?? '');
  }

  /** Every place where this person is signed in. */
  @Get('sessions')
  @SignedIn()
  @ApiOkResponse({ type: SessionList })
  list(@Acting() actor: Actor): Promise<SessionList> {
    return this.sessions.list(actor);
  }

  /** Signs out everywhere else. */
  @Delete('sessions')
  @HttpCode(204)
  @SignedIn()
  async endOthers(@Acting() actor: Actor): Promise<void> {
    await this.sessions.endOthers(actor);
  }

  /** Signs out in one other place. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @SignedIn()
  end(@Acting() actor: Actor, @Id() id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }
}
