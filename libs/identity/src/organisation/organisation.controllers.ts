import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import { Acting, FreshProof, PublicRoute, Requires } from '../access/declarations.js';
import {
  ApplicationReceived,
  OrganisationApplication,
  OrganisationChange,
  OrganisationList,
  OrganisationQuery,
  OrganisationView,
  RefusalReason,
  SecondFactorRule,
} from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('Organisations')
@Controller('v1/public/organisations')
export class OrganisationPublicController {
  constructor(private readonly organisations: OrganisationService) {}

  /** Applies for admission. An administrator decides; the address given here is written to. */
  @Post()
  @PublicRoute()
  @ApiCreatedResponse({ type: ApplicationReceived })
  apply(@Acting() actor: Actor, @Body() body: OrganisationApplication): Promise<ApplicationReceived> {
    return this.organisations.apply(actor, body);
  }
}

@ApiTags('Organisations')
@Controller('v1/account/organisation')
export class OrganisationAccountController {
  constructor(private readonly organisations: OrganisationService) {}

  @Get()
  @Requires('organisation.read')
  @ApiOkResponse({ type: OrganisationView })
  own(@Acting() actor: OrganisationActor): Promise<OrganisationView> {
    return this.organisations.byId(actor, actor.organisationId);
  }

  @Put()
  @Requires('organisation.write')
  @ApiOkResponse({ type: OrganisationView })
  change(
    @Acting() actor: OrganisationActor,
    @IfMatch() version: number,
    @Body() body: OrganisationChange,
  ): Promise<OrganisationView> {
    return this.organisations.change(actor, version, body);
  }

  /** Asks all its people for a second factor, or no more. Whoever has none is let in no further than to set one up. */
  @Put('second-factor')
  @Requires('organisation.write')
  @FreshProof({ apiKeys: 'refused' })
  @ApiOkResponse({ type: OrganisationView })
  askForSecondFactor(
    @Acting() actor: OrganisationActor,
    @IfMatch() version: number,
    @Body() body: SecondFactorRule,
  ): Promise<OrganisationView> {
    return this.organisations.askForSecondFactor(actor, version, body.required);
  }
}

@ApiTags('Organisations')
@Controller('v1/admin/organisations')
export class OrganisationAdminController {
  constructor(private readonly organisations: OrganisationService) {}

  /** Newest applications first. */
  @Get()
  @Requires('organisations.admit')
  @ApiOkResponse({ type: OrganisationList })
  list(@Acting() actor: PersonActor, @Query() query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.organisations.list(actor, query);
  }

  @Get(':id')
  @Requires('organisations.admit')
  @ApiOkResponse({ type: OrganisationView })
  byId(@Acting() actor: PersonActor, @Id() id: string): Promise<OrganisationView> {
    return this.organisations.byId(actor, id);
  }

  /** Admits an organisation and invites whoever applied for it. */
  @Post(':id/admission')
  @HttpCode(200)
  @Requires('organisations.admit')
  @ApiOkResponse({ type: OrganisationView })
  admit(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
  ): Promise<OrganisationView> {
    return this.organisations.admit(actor, id, version);
  }

  @Post(':id/refusal')
  @HttpCode(200)
  @Requires('organisations.admit')
  @ApiOkResponse({ type: OrganisationView })
  refuse(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: RefusalReason,
  ): Promise<OrganisationView> {
    return this.organisations.refuse(actor, id, version, body.reason);
  }
}
