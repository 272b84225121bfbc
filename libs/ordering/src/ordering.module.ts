import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '#identity';
import { QuotingModule } from '#quoting';
import { OrderDocumentJobs } from './order-document/order-document.jobs.js';
import { OrderDocumentService } from './order-document/order-document.service.js';
import { OrderPress } from './order-document/press/order-press.js';
import { orderingEntities } from './ordering.entities.js';
import { OrderingService } from './purchase-order/ordering.service.js';
import { PurchaseOrderService } from './purchase-order/purchase-order.service.js';
import { VerificationService } from './verification/verification.service.js';

const services = [OrderingService, PurchaseOrderService, OrderDocumentService, VerificationService];

/** Purchase orders: issued by an award, answered by their cooperative, printed, and checked by anyone. */
@Module({
  imports: [TypeOrmModule.forFeature(orderingEntities), IdentityModule, QuotingModule],
  providers: services,
  exports: services,
})
export class OrderingModule {}

/** This context's queue handlers; the worker imports it. */
@Module({ providers: [OrderPress, OrderDocumentJobs], exports: [OrderDocumentJobs] })
export class OrderingJobsModule {}
