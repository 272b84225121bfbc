import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import { Id, type OrganisationActor, type Page } from '#platform';
import {
  CooperativeForBuyer,
  CooperativeList,
  CooperativeQuery,
  type CooperativeRow,
} from './cooperative.dto.js';
import { ShowcaseService } from './showcase.service.js';

@ApiTags('Cooperatives')
@Controller('v1/buyer/cooperatives')
export class CooperativeBuyerController {
  constructor(private readonly showcases: ShowcaseService) {}

  /** Cooperatives to invite, by name. */
  @Get()
  @Requires('directory.read')
  @ApiOkResponse({ type: CooperativeList })
  list(@Acting() actor: OrganisationActor, @Query() query: CooperativeQuery): Promise<Page<CooperativeRow>> {
    return this.showcases.list(actor, query);
  }

  @Get(':id')
  @Requires('directory.read')
  @ApiOkResponse({ type: CooperativeForBuyer })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<CooperativeForBuyer> {
    return this.showcases.forBuyer(actor, id);
  }
}
