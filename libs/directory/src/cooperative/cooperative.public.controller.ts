import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, PublicRoute } from '#identity';
import { type Actor, Id, type Page } from '#platform';
import {
  CooperativeList,
  CooperativeQuery,
  type CooperativeRow,
  CooperativeShowcase,
  ShowcaseFigures,
} from './cooperative.dto.js';
import { ShowcaseService } from './showcase.service.js';

@ApiTags('Cooperatives')
@Controller('v1/public/cooperatives')
export class CooperativePublicController {
  constructor(private readonly showcases: ShowcaseService) {}

  /** The showcase, by name. */
  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: CooperativeList })
  list(@Acting() actor: Actor, @Query() query: CooperativeQuery): Promise<Page<CooperativeRow>> {
    return this.showcases.list(actor, query);
  }

  @Get(':id')
  @PublicRoute()
  @ApiOkResponse({ type: CooperativeShowcase })
  byId(@Acting() actor: Actor, @Id() id: string): Promise<CooperativeShowcase> {
    return this.showcases.byId(actor, id);
  }
}

@ApiTags('Cooperatives')
@Controller('v1/public/showcase')
export class ShowcasePublicController {
  constructor(private readonly showcases: ShowcaseService) {}

  /** How many show themselves, from where, with what. */
  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: ShowcaseFigures })
  figures(@Acting() actor: Actor): Promise<ShowcaseFigures> {
    return this.showcases.figures(actor);
  }
}
