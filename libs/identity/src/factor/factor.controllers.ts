import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Id, type OrganisationActor } from '#platform';
import { Acting, FreshProof, Requires, SignedIn } from '../access/declarations.js';
import { SessionCookie } from '../session/session-cookie.js';
import {
  FactorAdded,
  FactorReset,
  FactorsView,
  RecoveryCodesMade,
  TotpCode,
  TotpSetup,
} from './factor.dto.js';
import { FactorService } from './factor.service.js';
import { NewPasskey, PasskeyCreationChallenge } from './passkey.dto.js';
import { PasskeyService } from './passkey.service.js';
import { type AddedFactor, TotpService } from './totp.service.js';

@ApiTags('Second factor')
@Controller('v1/account/factors')
export class FactorAccountController {
  constructor(
    private readonly factors: FactorService,
    private readonly totp: TotpService,
    private readonly passkeys: PasskeyService,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: FactorsView })
  own(@Acting() actor: Actor): Promise<FactorsView> {
    return this.factors.view(actor);
  }

  /** A new secret for an authenticator app; it counts once a code of it was given. */
  @Post('totp')
  @SignedIn()
  @FreshProof()
  @ApiCreatedResponse({ type: TotpSetup })
  beginTotp(@Acting() actor: Actor): Promise<TotpSetup> {
    return this.totp.begin(actor);
  }

  /** The app's first code. */
  @Post('totp/confirmation')
  @SignedIn()
  @FreshProof()
  @ApiCreatedResponse({ type: FactorAdded })
  async confirmTotp(
    @Acting() actor: Actor,
    @Body() body: TotpCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactorAdded> {
    return this.added(await this.totp.confirm(actor, body.code, request.ip), request, reply);
  }

  @Delete('totp')
  @HttpCode(204)
  @SignedIn()
  @FreshProof()
  removeTotp(@Acting() actor: Actor): Promise<void> {
    return this.totp.remove(actor);
  }

  /** What a browser needs to make a passkey. */
  @Post('passkeys/challenge')
  @SignedIn()
  @FreshProof()
  @ApiCreatedResponse({ type: PasskeyCreationChallenge })
  beginPasskey(@Acting() actor: Actor): Promise<PasskeyCreationChallenge> {
    return this.passkeys.begin(actor);
  }

  /** Registers what the browser made. */
  @Post('passkeys')
  @SignedIn()
  @FreshProof()
  @ApiCreatedResponse({ type: FactorAdded })
  async addPasskey(
    @Acting() actor: Actor,
    @Body() body: NewPasskey,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FactorAdded> {
    return this.added(await this.passkeys.register(actor, body), request, reply);
  }

  @Delete('passkeys/:id')
  @HttpCode(204)
  @SignedIn()
  @FreshProof()
  removePasskey(@Acting() actor: Actor, @Id() id: string): Promise<void> {
    return this.passkeys.remove(actor, id);
  }

  /** Ten new recovery codes, shown this once; earlier ones are void. */
  @Post('recovery-codes')
  @SignedIn()
  @FreshProof()
  @ApiCreatedResponse({ type: RecoveryCodesMade })
  newRecoveryCodes(@Acting() actor: Actor): Promise<RecoveryCodesMade> {
    return this.factors.newRecoveryCodes(actor);
  }

  private async added(
    { token, recoveryCodes }: AddedFactor,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FactorAdded> {
    return { session: await this.cookie.hand(token, request, reply), recoveryCodes };
  }
}

@ApiTags('Members')
@Controller('v1/account/members')
export class FactorMemberController {
  constructor(private readonly factors: FactorService) {}

  /** Takes a colleague's second factors away, who lost them; they are signed out everywhere and told. */
  @Delete(':id/factors')
  @HttpCode(204)
  @Requires('members.write')
  @FreshProof({ apiKeys: 'refused' })
  reset(@Acting() actor: OrganisationActor, @Id() id: string): Promise<void> {
    return this.factors.resetOfMember(actor, id);
  }
}

@ApiTags('Members')
@Controller('v1/admin/factor-resets')
export class FactorAdminController {
  constructor(private readonly factors: FactorService) {}

  /** Takes anyone's second factors away; they are signed out everywhere and told. */
  @Post()
  @HttpCode(204)
  @Requires('members.write')
  @FreshProof({ apiKeys: 'refused' })
  reset(@Acting() actor: OrganisationActor, @Body() body: FactorReset): Promise<void> {
    return this.factors.resetOf(actor, body.email);
  }
}
