import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Id, IfMatch, type OrganisationActor } from '#platform';
import { Acting, Idempotent, PublicRoute, Requires } from '../access/declarations.js';
import { SessionCookie } from '../session/session-cookie.js';
import { SessionOpened } from '../session/session.dto.js';
import { SignInSteps } from '../session/sign-in-steps.js';
import {
  InvitationAnswer,
  InvitationList,
  InvitationRow,
  InvitationView,
  MemberList,
  MemberRow,
  NewInvitation,
  RolesChange,
} from './member.dto.js';
import { MemberService } from './member.service.js';

@ApiTags('Members')
@Controller('v1/public/invitations')
export class InvitationPublicController {
  constructor(
    private readonly members: MemberService,
    private readonly cookie: SessionCookie,
    private readonly steps: SignInSteps,
  ) {}

  /** What an invitation invites to, for the holder of its token. */
  @Get(':token')
  @PublicRoute()
  @ApiOkResponse({ type: InvitationView })
  byToken(@Acting() actor: Actor, @Param('token') token: string): Promise<InvitationView> {
    return this.members.byToken(actor, token);
  }

  /** Joins the organisation and signs in; whoever has a second factor goes on as at signing in. */
  @Post(':token/acceptance')
  @PublicRoute()
  @ApiCreatedResponse({ type: SessionOpened })
  async accept(
    @Acting() actor: Actor,
    @Param('token') token: string,
    @Body() body: InvitationAnswer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionOpened> {
    const personId = await this.members.accept(actor, token, body, request.ip);
    await this.steps.assertPasswordIsEnough(personId, request.id);
    return this.cookie.open(personId, 'password', request, reply);
  }
}

@ApiTags('Members')
@Controller('v1/account')
export class MemberAccountController {
  constructor(private readonly members: MemberService) {}

  @Get('members')
  @Requires('members.read')
  @ApiOkResponse({ type: MemberList })
  list(@Acting() actor: OrganisationActor): Promise<MemberList> {
    return this.members.list(actor);
  }

  @Put('members/:id/roles')
  @Requires('members.write')
  @ApiOkResponse({ type: MemberRow })
  changeRoles(
    @Acting() actor: OrganisationActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RolesChange,
  ): Promise<MemberRow> {
    return this.members.changeRoles(actor, id, version, body.roles);
  }

  @Delete('members/:id')
  @HttpCode(204)
  @Requires('members.write')
  remove(@Acting() actor: OrganisationActor, @Id() id: string): Promise<void> {
    return this.members.remove(actor, id);
  }

  /** Invites someone by mail. */
  @Post('invitations')
  @Idempotent()
  @Requires('members.write')
  @ApiCreatedResponse({ type: InvitationRow })
  invite(@Acting() actor: OrganisationActor, @Body() body: NewInvitation): Promise<InvitationRow> {
    return this.members.invite(actor, body);
  }

  @Get('invitations')
  @Requires('members.read')
  @ApiOkResponse({ type: InvitationList })
  invitations(@Acting() actor: OrganisationActor): Promise<InvitationList> {
    return this.members.invitations(actor);
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  @Requires('members.write')
  revoke(@Acting() actor: OrganisationActor, @Id() id: string): Promise<void> {
    return this.members.revokeInvitation(actor, id);
  }
}
