import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Idempotent, Requires } from '#identity';
import { Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import { AwardProposalService } from './award-proposal.service.js';
import { AwardDraft, AwardList, AwardQuery, AwardRejection, AwardRow, AwardView } from './award.dto.js';

@ApiTags('Awards')
@Controller('v1/buyer/requests/:requestId/awards')
export class RequestAwardBuyerController {
  constructor(private readonly awards: AwardProposalService) {}

  /** The awards of a request, rejected ones too, newest first. */
  @Get()
  @Requires('quotes.compare')
  @ApiOkResponse({ type: AwardList })
  list(
    @Acting() actor: OrganisationActor,
    @Id('requestId') requestId: string,
    @Query() query: AwardQuery,
  ): Promise<Page<AwardRow>> {
    return this.awards.list(actor, query, requestId);
  }

  /** Drafts an award of a closed request. What breaks a rule is listed whole, by place. */
  @Post()
  @Idempotent()
  @Requires('awards.write')
  @ApiCreatedResponse({ type: AwardView })
  propose(
    @Acting() actor: PersonActor,
    @Id('requestId') requestId: string,
    @Body() body: AwardDraft,
  ): Promise<AwardView> {
    return this.awards.propose(actor, requestId, body);
  }
}

@ApiTags('Awards')
@Controller('v1/buyer/awards')
export class AwardBuyerController {
  constructor(private readonly awards: AwardProposalService) {}

  /** Newest first. */
  @Get()
  @Requires('quotes.compare')
  @ApiOkResponse({ type: AwardList })
  list(@Acting() actor: OrganisationActor, @Query() query: AwardQuery): Promise<Page<AwardRow>> {
    return this.awards.list(actor, query);
  }

  @Get(':id')
  @Requires('quotes.compare')
  @ApiOkResponse({ type: AwardView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<AwardView> {
    return this.awards.byId(actor, id);
  }

  /** Replaces the allocations of a draft. */
  @Put(':id')
  @Requires('awards.write')
  @ApiOkResponse({ type: AwardView })
  replace(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: AwardDraft,
  ): Promise<AwardView> {
    return this.awards.replace(actor, id, version, body);
  }

  /** Asks for approval, where the total is above the limit. */
  @Post(':id/submission')
  @HttpCode(200)
  @Requires('awards.write')
  @ApiOkResponse({ type: AwardView })
  submit(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<AwardView> {
    return this.awards.submit(actor, id, version);
  }

  /** An approver says no, or the proposer gives the award up. */
  @Post(':id/rejection')
  @HttpCode(200)
  @Requires('awards.reject')
  @ApiOkResponse({ type: AwardView })
  reject(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: AwardRejection,
  ): Promise<AwardView> {
    return this.awards.reject(actor, id, version, body.reason);
  }
}
