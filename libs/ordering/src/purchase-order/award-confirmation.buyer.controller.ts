import { Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Acting, FreshProof, Idempotent, Requires } from '#identity';
import { Id, IfMatch, type PersonActor } from '#platform';
import { OrderingService } from './ordering.service.js';
import { OrdersIssued } from './purchase-order.dto.js';

@ApiTags('Awards')
@Controller('v1/buyer/awards')
export class AwardConfirmationBuyerController {
  constructor(private readonly ordering: OrderingService) {}

  /** Confirms an award within the limit: one purchase order for each cooperative, all of them or none. */
  @Post(':id/confirmation')
  @Idempotent()
  @Requires('awards.confirm')
  @FreshProof()
  @ApiCreatedResponse({ type: OrdersIssued })
  confirm(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<OrdersIssued> {
    return this.ordering.confirmAward(actor, id, version);
  }

  /** Approves an award above the limit, and with that confirms it. Its proposer cannot. */
  @Post(':id/approval')
  @Idempotent()
  @Requires('awards.approve')
  @FreshProof()
  @ApiCreatedResponse({ type: OrdersIssued })
  approve(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<OrdersIssued> {
    return this.ordering.approveAward(actor, id, version);
  }
}
