import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import {
  type DeadLetter,
  DeadLetterList,
  DeadLetters,
  Id,
  type Page,
  PageQuery,
  type PersonActor,
  RateEntry,
  RateList,
  Rates,
} from '#platform';

@ApiTags('Operations')
@Controller('v1/admin')
export class OperationsAdminController {
  constructor(
    private readonly rates: Rates,
    private readonly deadLetters: DeadLetters,
  ) {}

  /** The newest exchange rate of each currency. */
  @Get('exchange-rates')
  @Requires('rates.write')
  @ApiOkResponse({ type: RateList })
  newestRates(@Acting() actor: PersonActor): Promise<RateList> {
    return this.rates.newest(actor);
  }

  @Put('exchange-rates')
  @Requires('rates.write')
  @ApiOkResponse({ type: RateEntry })
  enterRate(@Acting() actor: PersonActor, @Body() body: RateEntry): Promise<RateEntry> {
    return this.rates.enter(actor, body);
  }

  /** Jobs that failed at every try. */
  @Get('dead-letters')
  @Requires('queues.read')
  @ApiOkResponse({ type: DeadLetterList })
  failed(@Acting() actor: PersonActor, @Query() query: PageQuery): Promise<Page<DeadLetter>> {
    return this.deadLetters.list(actor, query);
  }

  @Post('dead-letters/:id/:handler/retry')
  @HttpCode(204)
  @Requires('queues.write')
  retry(@Acting() actor: PersonActor, @Id() id: string, @Param('handler') handler: string): Promise<void> {
    return this.deadLetters.retry(actor, id, handler);
  }
}
