import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, PublicRoute } from '#identity';
import type { Actor, Page } from '#platform';
import { CraftList, type CraftView } from './craft.dto.js';
import { CraftService } from './craft.service.js';

@ApiTags('Crafts')
@Controller('v1/public/crafts')
export class CraftPublicController {
  constructor(private readonly crafts: CraftService) {}

  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: CraftList })
  list(@Acting() actor: Actor): Promise<Page<CraftView>> {
    return this.crafts.list(actor);
  }
}
