import { Module } from '@nestjs/common';
import { CooperativeBuyerController, DirectoryModule } from '#directory';
import { AwardConfirmationBuyerController, OrderingModule, PurchaseOrderBuyerController } from '#ordering';
import {
  AwardBuyerController,
  ComparisonBuyerController,
  QuotingModule,
  RequestAwardBuyerController,
} from '#quoting';
import { RequestBuyerController, RequestInvitationBuyerController, SourcingModule } from '#sourcing';
import { NotificationsModule, WorkBuyerController } from '#notifications';

/** `/v1/buyer`: retailers. */
@Module({
  imports: [DirectoryModule, SourcingModule, QuotingModule, OrderingModule, NotificationsModule],
  controllers: [
    CooperativeBuyerController,
    RequestBuyerController,
    RequestInvitationBuyerController,
    ComparisonBuyerController,
    RequestAwardBuyerController,
    AwardBuyerController,
    AwardConfirmationBuyerController,
    PurchaseOrderBuyerController,
    WorkBuyerController,
  ],
})
export class BuyerDoor {}
