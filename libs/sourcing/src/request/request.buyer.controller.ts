import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Acting, Idempotent, Requires } from '#identity';
import { download, Id, IfMatch, type JsonText, type Page, type PersonActor, readUpload } from '#platform';
import { requestTemplateWorkbook } from '../import/index.js';
import { ImportQuery, ImportResult, LinesSaved } from './request-import.dto.js';
import { RequestLines as RequestLinesService } from './request-lines.js';
import { RequestPublication } from './request-publication.service.js';
import { LineQuery, RequestLineList, RequestLines, type RequestLineView } from './request-line.dto.js';
import {
  DeadlineExtension,
  NewRequest,
  Reason,
  RequestDraft,
  RequestInclusion,
  RequestList,
  RequestQuery,
  type RequestRow,
  RequestView,
  RequiredSchemes,
} from './request.dto.js';
import { RequestService } from './request.service.js';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const sheetBytes = 10_000_000;

@ApiTags('Requests')
@Controller('v1/buyer')
export class RequestBuyerController {
  constructor(
    private readonly requests: RequestService,
    private readonly lines: RequestLinesService,
    private readonly publication: RequestPublication,
  ) {}

  /** Begins a draft, with or without lines. */
  @Post('requests')
  @Idempotent()
  @Requires('requests.write')
  @ApiCreatedResponse({ type: RequestView })
  create(@Acting() actor: PersonActor, @Body() body: NewRequest): Promise<RequestView> {
    return this.requests.create(actor, body);
  }

  @Get('requests')
  @Requires('requests.read')
  @ApiOkResponse({ type: RequestList })
  list(@Acting() actor: PersonActor, @Query() query: RequestQuery): Promise<JsonText<Page<RequestRow>>> {
    return this.requests.list(actor, query);
  }

  /** A sheet to begin with. */
  @Get('request-template')
  @Requires('requests.read')
  @ApiOkResponse({ content: { [workbook]: {} } })
  async template(): Promise<StreamableFile> {
    return download(await requestTemplateWorkbook(), { name: 'request-template.xlsx', mediaType: workbook });
  }

  @Get('requests/:id')
  @Requires('requests.read')
  @ApiOkResponse({ type: RequestView })
  byId(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Query() query: RequestInclusion,
  ): Promise<JsonText<RequestView>> {
    return this.requests.byId(actor, id, query.include === 'lines');
  }

  @Put('requests/:id')
  @Requires('requests.write')
  @ApiOkResponse({ type: RequestView })
  change(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RequestDraft,
  ): Promise<RequestView> {
    return this.requests.change(actor, id, version, body);
  }

  /** The schemes whose certificate an award requires. */
  @Put('requests/:id/requirements')
  @Requires('requests.write')
  @ApiOkResponse({ type: RequestView })
  changeRequirements(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RequiredSchemes,
  ): Promise<RequestView> {
    return this.requests.changeRequirements(actor, id, version, body.schemeIds);
  }

  @Get('requests/:id/lines')
  @Requires('requests.read')
  @ApiOkResponse({ type: RequestLineList })
  linesOf(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Query() query: LineQuery,
  ): Promise<Page<RequestLineView>> {
    return this.requests.linesOf(actor, id, query);
  }

  /** Replaces every line of a draft. */
  @Put('requests/:id/lines')
  @Requires('requests.write')
  @ApiOkResponse({ type: LinesSaved })
  replaceLines(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RequestLines,
  ): Promise<LinesSaved> {
    return this.lines.replace(actor, id, version, body.lines);
  }

  /** Reads lines from an .xlsx or .csv file: all of them, or none and an error for each cell that cannot be read. */
  @Post('requests/:id/lines/import')
  @HttpCode(200)
  @Requires('requests.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: ImportResult })
  async importLines(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportResult> {
    return this.lines.importSheet(actor, id, await readUpload(request, sheetBytes), query);
  }

  @Get('requests/:id/lines/export')
  @Requires('requests.read')
  @ApiOkResponse({ content: { [workbook]: {} } })
  async exportLines(@Acting() actor: PersonActor, @Id() id: string): Promise<StreamableFile> {
    const { name, content } = await this.lines.exportSheet(actor, id);
    return download(content, { name, mediaType: workbook });
  }

  /** Opens the request to the invited cooperatives, or above the retailer's limit asks for approval. */
  @Post('requests/:id/publication')
  @HttpCode(200)
  @Requires('requests.write')
  @ApiOkResponse({ type: RequestView })
  publish(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.publication.publish(actor, id, version);
  }

  /** Releases a request above the limit; not by who submitted it. */
  @Post('requests/:id/approval')
  @HttpCode(200)
  @Requires('requests.approve')
  @ApiOkResponse({ type: RequestView })
  approve(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<RequestView> {
    return this.publication.approve(actor, id, version);
  }

  /** Gives a request that waits for approval back. */
  @Post('requests/:id/return')
  @HttpCode(200)
  @Requires('requests.approve')
  @ApiOkResponse({ type: RequestView })
  giveBack(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<RequestView> {
    return this.publication.giveBack(actor, id, version, body.reason);
  }

  @Post('requests/:id/cancellation')
  @HttpCode(200)
  @Requires('requests.write')
  @ApiOkResponse({ type: RequestView })
  cancel(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<RequestView> {
    return this.publication.cancel(actor, id, version, body.reason);
  }

  @Post('requests/:id/deadline-extension')
  @HttpCode(200)
  @Requires('requests.write')
  @ApiOkResponse({ type: RequestView })
  extend(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: DeadlineExtension,
  ): Promise<RequestView> {
    return this.publication.extendDeadline(actor, id, version, new Date(body.deadline));
  }

  /** Ends a closed request without an award. */
  @Post('requests/:id/unaward')
  @HttpCode(200)
  @Requires('awards.write')
  @ApiOkResponse({ type: RequestView })
  endWithoutAward(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<RequestView> {
    return this.publication.endWithoutAward(actor, id, version, body.reason);
  }
}
