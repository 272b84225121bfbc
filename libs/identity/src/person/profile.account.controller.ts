import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, IfMatch } from '#platform';
import { Acting, SignedIn } from '../access/declarations.js';
import { PasswordChange, ProfileChange, ProfileView } from './profile.dto.js';
import { ProfileService } from './profile.service.js';

@ApiTags('Profile')
@Controller('v1/account')
export class ProfileAccountController {
  constructor(private readonly profiles: ProfileService) {}

  @Get('profile')
  @SignedIn()
  @ApiOkResponse({ type: ProfileView })
  own(@Acting() actor: Actor): Promise<ProfileView> {
    return this.profiles.own(actor);
  }

  @Put('profile')
  @SignedIn()
  @ApiOkResponse({ type: ProfileView })
  change(
    @Acting() actor: Actor,
    @IfMatch() version: number,
    @Body() body: ProfileChange,
  ): Promise<ProfileView> {
    return this.profiles.change(actor, version, body);
  }

  /** Sets a new password; every other session ends. */
  @Post('password')
  @HttpCode(204)
  @SignedIn()
  changePassword(@Acting() actor: Actor, @Body() body: PasswordChange): Promise<void> {
    return this.profiles.changePassword(actor, body);
  }
}
