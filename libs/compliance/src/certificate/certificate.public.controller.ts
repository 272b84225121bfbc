import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, PublicRoute } from '#identity';
import type { Actor } from '#platform';
import { CertificateApplicationService } from './certificate-application.service.js';
import { CertificateCheck } from './certificate.dto.js';

@ApiTags('Certificates')
@Controller('v1/public/certificates')
export class CertificatePublicController {
  constructor(private readonly certificates: CertificateApplicationService) {}

  /** Whether a certificate is real and current. One never granted is unknown. */
  @Get(':reference')
  @PublicRoute()
  @ApiOkResponse({ type: CertificateCheck })
  check(@Acting() actor: Actor, @Param('reference') reference: string): Promise<CertificateCheck> {
    return this.certificates.check(actor, reference);
  }
}
