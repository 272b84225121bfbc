import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Idempotent, Requires } from '#identity';
import { type OrganisationActor, type Page, PageQuery, type PersonActor } from '#platform';
import { ConflictList, ConflictView, NewConflict } from './conflict.dto.js';
import { ConflictService } from './conflict.service.js';

@ApiTags('Conflicts of interest')
@Controller('v1/compliance/conflicts')
export class ConflictComplianceController {
  constructor(private readonly conflicts: ConflictService) {}

  /** Declares that you will not judge a cooperative. It cannot be taken back. */
  @Post()
  @Idempotent()
  @Requires('certificates.review')
  @ApiCreatedResponse({ type: ConflictView })
  declare(@Acting() actor: PersonActor, @Body() body: NewConflict): Promise<ConflictView> {
    return this.conflicts.declare(actor, body);
  }

  @Get()
  @Requires('certificates.review')
  @ApiOkResponse({ type: ConflictList })
  list(@Acting() actor: OrganisationActor, @Query() query: PageQuery): Promise<Page<ConflictView>> {
    return this.conflicts.list(actor, query);
  }
}
