import { Module } from '@nestjs/common';
import * as directory from '#directory';
import * as ordering from '#ordering';
import * as quoting from '#quoting';
import * as sourcing from '#sourcing';

/** `/v1/buyer`: retailers. */
@Module({
  imports: [
    sourcing.SourcingModule,
    directory.DirectoryModule,
    quoting.QuotingModule,
    ordering.OrderingModule,
  ],
  controllers: [],
})
export class BuyerDoor {}
