import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import { Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import { OrderDocumentService } from '../order-document/order-document.service.js';
import { OrderList, OrderQuery, OrderReason, type OrderRow, OrderView } from './purchase-order.dto.js';
import { PurchaseOrderService } from './purchase-order.service.js';

@ApiTags('Orders')
@Controller('v1/buyer/orders')
export class PurchaseOrderBuyerController {
  constructor(
    private readonly orders: PurchaseOrderService,
    private readonly documents: OrderDocumentService,
  ) {}

  /** Newest first. */
  @Get()
  @Requires('orders.read')
  @ApiOkResponse({ type: OrderList })
  list(@Acting() actor: OrganisationActor, @Query() query: OrderQuery): Promise<Page<OrderRow>> {
    return this.orders.list(actor, 'buyer', query);
  }

  @Get(':id')
  @Requires('orders.read')
  @ApiOkResponse({ type: OrderView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<OrderView> {
    return this.orders.byId(actor, 'buyer', id);
  }

  /** The newest paper, PDF/A-3 with the order inside it as UBL. */
  @Get(':id/documents/pdf')
  @Requires('orders.read')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  pdf(@Acting() actor: OrganisationActor, @Id() id: string): Promise<StreamableFile> {
    return this.documents.open(actor, 'buyer', id, 'pdf');
  }

  /** The newest order as UBL 2.1 XML. */
  @Get(':id/documents/ubl')
  @Requires('orders.read')
  @ApiOkResponse({ content: { 'application/xml': { schema: { type: 'string', format: 'binary' } } } })
  ubl(@Acting() actor: OrganisationActor, @Id() id: string): Promise<StreamableFile> {
    return this.documents.open(actor, 'buyer', id, 'ubl');
  }

  /** Asks for another try at documents that could not be made. */
  @Post(':id/documents/retry')
  @HttpCode(204)
  @Requires('orders.write')
  retryDocuments(@Acting() actor: PersonActor, @Id() id: string): Promise<void> {
    return this.documents.retry(actor, id);
  }

  /** Cancels an order that is not in production yet. The cooperative is told why. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Requires('orders.write')
  @ApiOkResponse({ type: OrderView })
  cancel(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: OrderReason,
  ): Promise<OrderView> {
    return this.orders.cancel(actor, id, version, body.reason);
  }
}
