import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
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
  QueueLoadList,
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

  /** The rates of a currency by day, newest first: the last 400. */
  @Get('exchange-rates/:currency')
  @Requires('rates.write')
  @ApiOkResponse({ type: RateList })
  ratesOf(@Acting() actor: PersonActor, @Param('currency') currency: string): Promise<RateList> {
    return this.rates.history(actor, currency);
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

  /** How much work each queue has before it. */
  @Get('queues')
  @Requires('queues.read')
  @ApiOkResponse({ type: QueueLoadList })
  loads(): Promise<QueueLoadList> {
    return this.deadLetters.loads();
  }

  /** Gives up on a job that failed. */
  @Delete('dead-letters/:id/:handler')
  @HttpCode(204)
  @Requires('queues.write')
  discard(@Acting() actor: PersonActor, @Id() id: string, @Param('handler') handler: string): Promise<void> {
    return this.deadLetters.discard(actor, id, handler);
  }

  @Post('dead-letters/:id/:handler/retry')
  @HttpCode(204)
  @Requires('queues.write')
  retry(@Acting() actor: PersonActor, @Id() id: string, @Param('handler') handler: string): Promise<void> {
    return this.deadLetters.retry(actor, id, handler);
  }
}
