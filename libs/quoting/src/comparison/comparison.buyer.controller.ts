import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import { download, Id, type OrganisationActor } from '#platform';
import { Comparison } from './comparison.dto.js';
import { ComparisonService } from './comparison.service.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('Comparison')
@Controller('v1/buyer/requests/:id')
export class ComparisonBuyerController {
  constructor(private readonly comparisons: ComparisonService) {}

  /** Lines and quotes side by side in the request's currency; who has quoted and no price while they are sealed. */
  @Get('comparison')
  @Requires('quotes.compare')
  @ApiOkResponse({ type: Comparison })
  ofRequest(@Acting() actor: OrganisationActor, @Id() id: string): Promise<Comparison> {
    return this.comparisons.ofRequest(actor, id);
  }

  /** The same as a workbook. */
  @Get('comparison.xlsx')
  @Requires('quotes.compare')
  @ApiProduces(workbookType)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(@Acting() actor: OrganisationActor, @Id() id: string): Promise<StreamableFile> {
    const { name, content } = await this.comparisons.workbook(actor, id);
    return download(content, { name, mediaType: workbookType, size: content.length });
  }
}
