import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PublicRoute } from '../access/declarations.js';
import { NewPassword, PasswordForgotten } from './password-reset.dto.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('Session')
@Controller('v1/public/password-resets')
export class PasswordResetPublicController {
  constructor(private readonly resets: PasswordResetService) {}

  /** Mails a link to set a new password. The answer is the same whoever the address belongs to. */
  @Post()
  @HttpCode(204)
  @PublicRoute()
  ask(@Body() body: PasswordForgotten, @Req() request: FastifyRequest): Promise<void> {
    return this.resets.ask(body.email, request.id, request.ip);
  }

  /** Sets the new password and signs out everywhere; signing in is the next step, with a second factor as ever. */
  @Post('completion')
  @HttpCode(204)
  @PublicRoute()
  complete(@Body() body: NewPassword, @Req() request: FastifyRequest): Promise<void> {
    return this.resets.complete(body, request.id);
  }
}
