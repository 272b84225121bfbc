import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import {
  AuditChainState,
  AuditLog,
  type AuditEntryView,
  AuditList,
  AuditQuery,
  type OrganisationActor,
  type Page,
} from '#platform';

@ApiTags('Audit log')
@Controller('v1/account/audit-log')
export class AuditLogAccountController {
  constructor(private readonly log: AuditLog) {}

  /** Every change of state of this organisation, newest first. */
  @Get()
  @Requires('audit.read')
  @ApiOkResponse({ type: AuditList })
  list(@Acting() actor: OrganisationActor, @Query() query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.log.list(actor, query);
  }

  /** Whether the chain of entries is whole, recomputed now. */
  @Get('verification')
  @Requires('audit.read')
  @ApiOkResponse({ type: AuditChainState })
  verify(@Acting() actor: OrganisationActor): Promise<AuditChainState> {
    return this.log.verify(actor);
  }
}
