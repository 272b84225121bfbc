import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, PublicRoute } from '#identity';
import type { Actor, Page } from '#platform';
import { SchemeList, type SchemeView } from './scheme.dto.js';
import { Schemes } from './scheme.queries.js';

@ApiTags('Schemes')
@Controller('v1/public/schemes')
export class SchemePublicController {
  constructor(private readonly schemes: Schemes) {}

  /** The schemes in use with their criteria. */
  @Get()
  @PublicRoute()
  @ApiOkResponse({ type: SchemeList })
  list(@Acting() actor: Actor): Promise<Page<SchemeView>> {
    return this.schemes.list(actor);
  }
}
