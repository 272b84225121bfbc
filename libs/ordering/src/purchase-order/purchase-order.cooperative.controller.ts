import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import { Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import { OrderDocumentService } from '../order-document/order-document.service.js';
import { OrderList, OrderQuery, OrderReason, type OrderRow, OrderView } from './purchase-order.dto.js';
import { PurchaseOrderService } from './purchase-order.service.js';

@ApiTags('Orders')
@Controller('v1/cooperative/orders')
export class PurchaseOrderCooperativeController {
  constructor(
    private readonly orders: PurchaseOrderService,
    private readonly documents: OrderDocumentService,
  ) {}

  /** Newest first. */
  @Get()
  @Requires('orders.read')
  @ApiOkResponse({ type: OrderList })
  list(@Acting() actor: OrganisationActor, @Query() query: OrderQuery): Promise<Page<OrderRow>> {
    return this.orders.list(actor, 'cooperative', query);
  }

  @Get(':id')
  @Requires('orders.read')
  @ApiOkResponse({ type: OrderView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<OrderView> {
    return this.orders.byId(actor, 'cooperative', id);
  }

  /** The newest paper, PDF/A-3 with the order inside it as UBL. */
  @Get(':id/documents/pdf')
  @Requires('orders.read')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  pdf(@Acting() actor: OrganisationActor, @Id() id: string): Promise<StreamableFile> {
    return this.documents.open(actor, 'cooperative', id, 'pdf');
  }

  /** The newest order as UBL 2.1 XML. */
  @Get(':id/documents/ubl')
  @Requires('orders.read')
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } } })
  ubl(@Acting() actor: OrganisationActor, @Id() id: string): Promise<StreamableFile> {
    return this.documents.open(actor, 'cooperative', id, 'ubl');
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @Requires('orders.answer')
  @ApiOkResponse({ type: OrderView })
  accept(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<OrderView> {
    return this.orders.accept(actor, id, version);
  }

  /** Says no to the whole order; the buyer reads why. */
  @Post(':id/rejection')
  @HttpCode(200)
  @Requires('orders.answer')
  @ApiOkResponse({ type: OrderView })
  reject(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: OrderReason,
  ): Promise<OrderView> {
    return this.orders.reject(actor, id, version, body.reason);
  }
}
