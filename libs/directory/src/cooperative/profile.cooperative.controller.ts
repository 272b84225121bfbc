import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, Requires } from '#identity';
import type { OrganisationActor } from '#platform';
import { ProfileInput, ProfileView } from './cooperative.dto.js';
import { ProfileVersion } from './profile-version.js';
import { CooperativeProfileService } from './profile.service.js';

@ApiTags('Cooperatives')
@Controller('v1/cooperative/profile')
export class ProfileCooperativeController {
  constructor(private readonly profiles: CooperativeProfileService) {}

  /** Your own profile; 404 until it is first put. */
  @Get()
  @Requires('profile.read')
  @ApiOkResponse({ type: ProfileView })
  own(@Acting() actor: OrganisationActor): Promise<ProfileView> {
    return this.profiles.own(actor);
  }

  /** Creates the profile, or replaces it. The first needs no If-Match, every later one does. */
  @Put()
  @Requires('profile.write')
  @ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The ETag that you read; without it only a first profile is created',
  })
  @ApiOkResponse({ type: ProfileView })
  put(
    @Acting() actor: OrganisationActor,
    @ProfileVersion() version: number | null,
    @Body() body: ProfileInput,
  ): Promise<ProfileView> {
    return this.profiles.put(actor, version, body);
  }
}
