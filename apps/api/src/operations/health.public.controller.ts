import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '#identity';
import { Metrics, ReadinessCheck } from '#platform';
import { LivenessView, ReadinessView } from './health.dto.js';

@ApiTags('Health')
@Controller()
export class HealthPublicController {
  constructor(
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('v1/public/health/live')
  @PublicRoute()
  @ApiOkResponse({ type: LivenessView })
  live(): LivenessView {
    return { live: true };
  }

  /** The process can do its work; 503 says what it lacks. */
  @Get('v1/public/health/ready')
  @PublicRoute()
  @ApiOkResponse({ type: ReadinessView })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessView> {
    const state = await this.readiness.check();
    void reply.status(state.ready ? 200 : 503);
    return state;
  }

  @Get('metrics')
  @PublicRoute()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; version=0.0.4')
  figures(): Promise<string> {
    return this.metrics.text();
  }
}
