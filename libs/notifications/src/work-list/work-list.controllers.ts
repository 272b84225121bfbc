import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import type { PersonActor } from '#platform';
import { WorkList } from './work-list.dto.js';
import { WorkListService } from './work-list.service.js';

@ApiTags('Work')
@Controller('v1/buyer/work')
export class WorkBuyerController {
  constructor(private readonly work: WorkListService) {}

  /** What waits for whoever asks, soonest due first. */
  @Get()
  @Requires('requests.read')
  @ApiOkResponse({ type: WorkList })
  list(@Acting() actor: PersonActor): Promise<WorkList> {
    return this.work.of(actor);
  }
}

@ApiTags('Work')
@Controller('v1/cooperative/work')
export class WorkCooperativeController {
  constructor(private readonly work: WorkListService) {}

  /** What waits for whoever asks, soonest due first. */
  @Get()
  @Requires('invitations.read')
  @ApiOkResponse({ type: WorkList })
  list(@Acting() actor: PersonActor): Promise<WorkList> {
    return this.work.of(actor);
  }
}

@ApiTags('Work')
@Controller('v1/compliance/work')
export class WorkComplianceController {
  constructor(private readonly work: WorkListService) {}

  /** What waits for whoever asks, soonest due first. */
  @Get()
  @Requires('certificates.review')
  @ApiOkResponse({ type: WorkList })
  list(@Acting() actor: PersonActor): Promise<WorkList> {
    return this.work.of(actor);
  }
}

@ApiTags('Work')
@Controller('v1/admin/work')
export class WorkAdminController {
  constructor(private readonly work: WorkListService) {}

  /** What waits for whoever asks, soonest due first. */
  @Get()
  @Requires('organisations.admit')
  @ApiOkResponse({ type: WorkList })
  list(@Acting() actor: PersonActor): Promise<WorkList> {
    return this.work.of(actor);
  }
}
