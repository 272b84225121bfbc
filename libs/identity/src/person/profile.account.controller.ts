import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, IfMatch } from '#platform';
import { Acting, FreshProof, SignedIn } from '../access/declarations.js';
import { PasswordChange, ProfileChange, PersonProfile } from './profile.dto.js';
import { ProfileService } from './profile.service.js';

@ApiTags('Profile')
@Controller('v1/account')
export class ProfileAccountController {
  constructor(private readonly profiles: ProfileService) {}

  @Get('profile')
  @SignedIn()
  @ApiOkResponse({ type: PersonProfile })
  own(@Acting() actor: Actor): Promise<PersonProfile> {
    return this.profiles.own(actor);
  }

  @Put('profile')
  @SignedIn()
  @ApiOkResponse({ type: PersonProfile })
  change(
    @Acting() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ProfileChange,
  ): Promise<PersonProfile> {
    return this.profiles.change(actor, version, body);
  }

  /** Sets a new password; every other session ends. */
  @Post('password')
  @HttpCode(204)
  @SignedIn()
  @FreshProof()
  changePassword(
    @Acting() actor: Actor,
    @Body() body: PasswordChange,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.profiles.changePassword(actor, body, request.ip);
  }
}
