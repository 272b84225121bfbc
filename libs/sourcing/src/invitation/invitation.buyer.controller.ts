import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Idempotent, Requires } from '#identity';
import { Id, type Page, type PersonActor } from '#platform';
import { InvitedCooperatives, RequestInvitationList, type RequestInvitationRow } from './invitation.dto.js';
import { RequestInvitationService } from './invitation.service.js';

@ApiTags('Invitations')
@Controller('v1/buyer/requests/:id/invitations')
export class RequestInvitationBuyerController {
  constructor(private readonly invitations: RequestInvitationService) {}

  /** Invites cooperatives of the directory; those already invited stay so. */
  @Post()
  @Idempotent()
  @Requires('requests.write')
  @ApiCreatedResponse({ type: RequestInvitationList })
  invite(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Body() body: InvitedCooperatives,
  ): Promise<Page<RequestInvitationRow>> {
    return this.invitations.invite(actor, id, body.cooperativeIds);
  }

  @Get()
  @Requires('requests.read')
  @ApiOkResponse({ type: RequestInvitationList })
  list(@Acting() actor: PersonActor, @Id() id: string): Promise<Page<RequestInvitationRow>> {
    return this.invitations.ofRequest(actor, id);
  }

  /** Takes an invitation to a draft back. */
  @Delete(':cooperativeId')
  @HttpCode(204)
  @Requires('requests.write')
  takeBack(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Id('cooperativeId') cooperativeId: string,
  ): Promise<void> {
    return this.invitations.takeBack(actor, id, cooperativeId);
  }
}
