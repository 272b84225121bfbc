import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Acting, Requires } from '#identity';
import { errors, Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import { IfMatchWhenKnown } from './if-match-when-known.js';
import { QuoteSubmissionService } from './quote-submission.service.js';
import {
  QuoteDraft,
  QuoteList,
  QuoteQuery,
  QuoteRevisionList,
  QuoteRevisionView,
  QuoteRow,
  QuoteView,
} from './quote.dto.js';
import { QuoteService } from './quote.service.js';

// What cannot be a revision is not there, like one that was never made.
const revisionNumber = new ParseIntPipe({ exceptionFactory: () => errors.not_found() });

@ApiTags('Quotes')
@Controller('v1/cooperative/quotes')
export class QuoteCooperativeController {
  constructor(private readonly quotes: QuoteService) {}

  /** Newest first. */
  @Get()
  @Requires('quotes.read')
  @ApiOkResponse({ type: QuoteList })
  list(@Acting() actor: OrganisationActor, @Query() query: QuoteQuery): Promise<Page<QuoteRow>> {
    return this.quotes.list(actor, query);
  }
}

@ApiTags('Quotes')
@Controller('v1/cooperative/requests/:requestId/quote')
export class RequestQuoteCooperativeController {
  constructor(
    private readonly quotes: QuoteService,
    private readonly submissions: QuoteSubmissionService,
  ) {}

  /** What stands and what is being written; nothing (204) while no quote has been begun. */
  @Get()
  @Requires('quotes.read')
  @ApiOkResponse({ type: QuoteView })
  @ApiNoContentResponse()
  async ofRequest(
    @Acting() actor: OrganisationActor,
    @Id('requestId') requestId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuoteView | undefined> {
    const quote = await this.quotes.ofRequest(actor, requestId);
    if (!quote) {
      void reply.status(204);
    }
    return quote ?? undefined;
  }

  /** Writes the draft whole. If-Match is needed as soon as there is a quote. */
  @Put()
  @Requires('quotes.write')
  @ApiOkResponse({ type: QuoteView })
  save(
    @Acting() actor: PersonActor,
    @Id('requestId') requestId: string,
    @IfMatchWhenKnown() version: number | null,
    @Body() body: QuoteDraft,
  ): Promise<QuoteView> {
    return this.quotes.save(actor, requestId, version, body);
  }

  /** Submits the draft; without one, confirms what was withdrawn or what the request has changed under. */
  @Post('submission')
  @HttpCode(200)
  @Requires('quotes.write')
  @ApiOkResponse({ type: QuoteView })
  submit(
    @Acting() actor: PersonActor,
    @Id('requestId') requestId: string,
    @IfMatch() version: number,
  ): Promise<QuoteView> {
    return this.submissions.submit(actor, requestId, version);
  }

  /** Until the deadline. The quote can be submitted again before it. */
  @Post('withdrawal')
  @HttpCode(200)
  @Requires('quotes.write')
  @ApiOkResponse({ type: QuoteView })
  withdraw(
    @Acting() actor: PersonActor,
    @Id('requestId') requestId: string,
    @IfMatch() version: number,
  ): Promise<QuoteView> {
    return this.submissions.withdraw(actor, requestId, version);
  }

  /** Every revision, without its lines. */
  @Get('revisions')
  @Requires('quotes.read')
  @ApiOkResponse({ type: QuoteRevisionList })
  revisions(
    @Acting() actor: OrganisationActor,
    @Id('requestId') requestId: string,
  ): Promise<QuoteRevisionList> {
    return this.quotes.revisions(actor, requestId);
  }

  @Get('revisions/:revision')
  @Requires('quotes.read')
  @ApiOkResponse({ type: QuoteRevisionView })
  revision(
    @Acting() actor: OrganisationActor,
    @Id('requestId') requestId: string,
    @Param('revision', revisionNumber) revision: number,
  ): Promise<QuoteRevisionView> {
    return this.quotes.revision(actor, requestId, revision);
  }
}
