import { Module } from '@nestjs/common';
import {
  AssuranceBodyCooperativeController,
  CertificateCooperativeController,
  ComplianceModule,
} from '#compliance';
import {
  DirectoryModule,
  PhotoCooperativeController,
  ProductCooperativeController,
  ProfileCooperativeController,
} from '#directory';
import { OrderingModule, PurchaseOrderCooperativeController } from '#ordering';
import { QuoteCooperativeController, QuotingModule, RequestQuoteCooperativeController } from '#quoting';
import { RequestCooperativeController, SourcingModule } from '#sourcing';
import { NotificationsModule, WorkCooperativeController } from '#notifications';

/** `/v1/cooperative`: cooperatives of artisans. */
@Module({
  imports: [
    ComplianceModule,
    DirectoryModule,
    SourcingModule,
    QuotingModule,
    OrderingModule,
    NotificationsModule,
  ],
  controllers: [
    ProfileCooperativeController,
    ProductCooperativeController,
    PhotoCooperativeController,
    CertificateCooperativeController,
    AssuranceBodyCooperativeController,
    RequestCooperativeController,
    RequestQuoteCooperativeController,
    QuoteCooperativeController,
    PurchaseOrderCooperativeController,
    WorkCooperativeController,
  ],
})
export class CooperativeDoor {}
