import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Acting, PublicRoute } from '#identity';
import { type Actor, readUpload } from '#platform';
import { Verification } from './verification.dto.js';
import { VerificationService } from './verification.service.js';

const largestFile = 20_000_000;

@ApiTags('Verification')
@Controller('v1/public/verify')
export class VerificationPublicController {
  constructor(private readonly verification: VerificationService) {}

  /** By the code in an order's QR code. */
  @Get('po/:token')
  @PublicRoute()
  @ApiOkResponse({ type: Verification })
  byToken(@Acting() actor: Actor, @Param('token') token: string): Promise<Verification> {
    return this.verification.byToken(actor, token);
  }

  /** By the SHA-256 of a file in hex, for those who would rather not send it. */
  @Get('sha256/:hash')
  @PublicRoute()
  @ApiOkResponse({ type: Verification })
  byHash(@Acting() actor: Actor, @Param('hash') hash: string): Promise<Verification> {
    return this.verification.byHash(actor, hash);
  }

  /** By a file. It is looked at and not kept. */
  @Post('files')
  @HttpCode(200)
  @PublicRoute()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiOkResponse({ type: Verification })
  async byFile(@Acting() actor: Actor, @Req() request: FastifyRequest): Promise<Verification> {
    return this.verification.byContent(actor, (await readUpload(request, largestFile)).bytes);
  }
}
