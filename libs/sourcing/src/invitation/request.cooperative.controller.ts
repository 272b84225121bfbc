import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import { Id, type OrganisationActor, type Page } from '#platform';
import { LineQuery } from '../request/request-line.dto.js';
import { Reason } from '../request/request.dto.js';
import {
  InboxList,
  InboxQuery,
  type InboxRow,
  InvitedLineList,
  type InvitedLineView,
  InvitedRequestView,
} from './invitation.dto.js';
import { RequestInvitationService } from './invitation.service.js';

@ApiTags('Requests')
@Controller('v1/cooperative/requests')
export class RequestCooperativeController {
  constructor(private readonly invitations: RequestInvitationService) {}

  /** Requests that this cooperative is invited to, soonest deadline first. */
  @Get()
  @Requires('invitations.read')
  @ApiOkResponse({ type: InboxList })
  inbox(@Acting() actor: OrganisationActor, @Query() query: InboxQuery): Promise<Page<InboxRow>> {
    return this.invitations.inbox(actor, query);
  }

  @Get(':id')
  @Requires('invitations.read')
  @ApiOkResponse({ type: InvitedRequestView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<InvitedRequestView> {
    return this.invitations.invited(actor, id);
  }

  @Get(':id/lines')
  @Requires('invitations.read')
  @ApiOkResponse({ type: InvitedLineList })
  lines(
    @Acting() actor: OrganisationActor,
    @Id() id: string,
    @Query() query: LineQuery,
  ): Promise<Page<InvitedLineView>> {
    return this.invitations.invitedLines(actor, id, query);
  }

  /** Says that this cooperative will not quote. */
  @Post(':id/decline')
  @HttpCode(200)
  @Requires('quotes.write')
  @ApiOkResponse({ type: InvitedRequestView })
  decline(
    @Acting() actor: OrganisationActor,
    @Id() id: string,
    @Body() body: Reason,
  ): Promise<InvitedRequestView> {
    return this.invitations.decline(actor, id, body.reason);
  }
}
