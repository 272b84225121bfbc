import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Acting, Idempotent, Requires } from '#identity';
import {
  Id,
  IfMatch,
  type OrganisationActor,
  type Page,
  PageQuery,
  type PersonActor,
  readUpload,
  uploadLimits,
} from '#platform';
import { CertificateApplicationService } from './certificate-application.service.js';
import {
  AssuranceBodyList,
  CertificateList,
  CertificateQuery,
  type CertificateRow,
  CertificateView,
  NewCertificate,
  type PartyRef,
} from './certificate.dto.js';
import { CertificateEvidenceService } from './certificate-evidence.service.js';
import { evidenceFile } from './evidence-file.js';

@ApiTags('Certificates')
@Controller('v1/cooperative/certificates')
export class CertificateCooperativeController {
  constructor(
    private readonly certificates: CertificateApplicationService,
    private readonly evidence: CertificateEvidenceService,
  ) {}

  /** Begins an application as a draft that nobody else sees. */
  @Post()
  @Idempotent()
  @Requires('certificates.apply')
  @ApiCreatedResponse({ type: CertificateView })
  draft(@Acting() actor: PersonActor, @Body() body: NewCertificate): Promise<CertificateView> {
    return this.certificates.draft(actor, body);
  }

  /** Newest first. */
  @Get()
  @Requires('profile.read')
  @ApiOkResponse({ type: CertificateList })
  list(@Acting() actor: OrganisationActor, @Query() query: CertificateQuery): Promise<Page<CertificateRow>> {
    return this.certificates.list(actor, query);
  }

  @Get(':id')
  @Requires('profile.read')
  @ApiOkResponse({ type: CertificateView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<CertificateView> {
    return this.certificates.byId(actor, id);
  }

  /** Adds a file: PDF or photo, until a decision is proposed. */
  @Post(':id/evidence')
  @Requires('evidence.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        criterionCode: { type: 'string', maxLength: 40, description: 'The criterion that it speaks to' },
        note: { type: 'string', maxLength: 1000 },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @ApiCreatedResponse({ type: CertificateView })
  async addEvidence(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Req() request: FastifyRequest,
  ): Promise<CertificateView> {
    return this.evidence.add(actor, id, await readUpload(request, uploadLimits.evidence.maxBytes));
  }

  @Get(':id/evidence/:fileId')
  @Requires('profile.read')
  @ApiOkResponse({
    content: {
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
      'image/*': { schema: { type: 'string', format: 'binary' } },
    },
  })
  async openEvidence(
    @Acting() actor: OrganisationActor,
    @Id() id: string,
    @Id('fileId') fileId: string,
  ): Promise<StreamableFile> {
    return evidenceFile(await this.evidence.openOwn(actor, id, fileId));
  }

  @Delete(':id/evidence/:fileId')
  @HttpCode(204)
  @Requires('evidence.write')
  removeEvidence(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @Id('fileId') fileId: string,
  ): Promise<void> {
    return this.evidence.remove(actor, id, fileId);
  }

  /** Sends the draft to the assuring body, or the answer to the action that it asked for. */
  @Post(':id/submission')
  @HttpCode(200)
  @Requires('certificates.apply')
  @ApiOkResponse({ type: CertificateView })
  submit(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
  ): Promise<CertificateView> {
    return this.certificates.submit(actor, id, version);
  }
}

@ApiTags('Certificates')
@Controller('v1/cooperative/assurance-bodies')
export class AssuranceBodyCooperativeController {
  constructor(private readonly certificates: CertificateApplicationService) {}

  /** Whom a certificate can be applied for with. */
  @Get()
  @Requires('profile.read')
  @ApiOkResponse({ type: AssuranceBodyList })
  list(@Acting() actor: OrganisationActor, @Query() query: PageQuery): Promise<Page<PartyRef>> {
    return this.certificates.assuranceBodies(actor, query);
  }
}
