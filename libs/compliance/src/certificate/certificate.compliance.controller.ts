import { Body, Controller, Get, HttpCode, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acting, FreshProof, Requires } from '#identity';
import { Id, IfMatch, type OrganisationActor, type Page, type PersonActor } from '#platform';
import {
  ExpiryList,
  ExpiryMonthList,
  ExpiryQuery,
  type ExpiryRow,
  NewFindings,
  NewProposal,
  Reason,
  ReviewQueue,
  ReviewQueueQuery,
  type ReviewRow,
  ReviewView,
} from './certificate.dto.js';
import { Consequences } from './consequences.dto.js';
import { CertificateDecisionService } from './certificate-decision.service.js';
import { CertificateEvidenceService } from './certificate-evidence.service.js';
import { CertificateReviewService } from './certificate-review.service.js';
import { evidenceFile } from './evidence-file.js';

@ApiTags('Certificates')
@Controller('v1/compliance/certificates')
export class CertificateReviewController {
  constructor(
    private readonly reviews: CertificateReviewService,
    private readonly evidence: CertificateEvidenceService,
  ) {}

  /** The review queue, oldest submitted first. */
  @Get()
  @Requires('certificates.review')
  @ApiOkResponse({ type: ReviewQueue })
  queue(@Acting() actor: OrganisationActor, @Query() query: ReviewQueueQuery): Promise<Page<ReviewRow>> {
    return this.reviews.queue(actor, query);
  }

  @Get(':id')
  @Requires('certificates.review')
  @ApiOkResponse({ type: ReviewView })
  byId(@Acting() actor: OrganisationActor, @Id() id: string): Promise<ReviewView> {
    return this.reviews.byId(actor, id);
  }

  @Get(':id/evidence/:fileId')
  @Requires('certificates.review')
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
    return evidenceFile(await this.evidence.openReviewed(actor, id, fileId));
  }

  /** Takes it into review. */
  @Post(':id/review')
  @HttpCode(200)
  @Requires('certificates.review')
  @ApiOkResponse({ type: ReviewView })
  takeUp(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<ReviewView> {
    return this.reviews.takeUp(actor, id, version);
  }

  /**
   * How criteria were found, instead of what was noted for them before; a verdict of null takes that back. Several officers may note at
   * once: `replaces` keeps one from writing over what the other noted meanwhile.
   */
  @Put(':id/findings')
  @Requires('certificates.review')
  @ApiOkResponse({ type: ReviewView })
  note(@Acting() actor: PersonActor, @Id() id: string, @Body() body: NewFindings): Promise<ReviewView> {
    return this.reviews.note(actor, id, body.findings);
  }

  /** Asks the cooperative to act; it sends its answer as a new submission. */
  @Post(':id/action-request')
  @HttpCode(200)
  @Requires('certificates.review')
  @ApiOkResponse({ type: ReviewView })
  askForAction(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<ReviewView> {
    return this.reviews.askForAction(actor, id, version, body.reason);
  }
}

@ApiTags('Certificates')
@Controller('v1/compliance/certificates')
export class CertificateDecisionController {
  constructor(private readonly decisions: CertificateDecisionService) {}

  /** The first of two people: proposes to grant or to refuse. */
  @Post(':id/proposal')
  @HttpCode(200)
  @Requires('certificates.decide')
  @ApiOkResponse({ type: ReviewView })
  propose(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: NewProposal,
  ): Promise<ReviewView> {
    return this.decisions.propose(actor, id, version, body);
  }

  /** The second of two people: what was proposed is decided. */
  @Post(':id/confirmation')
  @HttpCode(200)
  @Requires('certificates.decide')
  @FreshProof()
  @ApiOkResponse({ type: ReviewView })
  confirm(@Acting() actor: PersonActor, @Id() id: string, @IfMatch() version: number): Promise<ReviewView> {
    return this.decisions.confirm(actor, id, version);
  }

  /** Back to review instead of a confirmation. */
  @Post(':id/return')
  @HttpCode(200)
  @Requires('certificates.decide')
  @ApiOkResponse({ type: ReviewView })
  return(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<ReviewView> {
    return this.decisions.return(actor, id, version, body.reason);
  }

  /** What a suspension or withdrawal would touch now, by retailer. */
  @Get(':id/consequences')
  @Requires('certificates.suspend')
  @ApiOkResponse({ type: Consequences })
  consequences(@Acting() actor: OrganisationActor, @Id() id: string): Promise<Consequences> {
    return this.decisions.consequences(actor, id);
  }

  /** At once: no award to the cooperative that needs it goes through any more. */
  @Post(':id/suspension')
  @HttpCode(200)
  @Requires('certificates.suspend')
  @FreshProof()
  @ApiOkResponse({ type: ReviewView })
  suspend(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<ReviewView> {
    return this.decisions.suspend(actor, id, version, body.reason);
  }

  /** Lifts a suspension. */
  @Post(':id/reinstatement')
  @HttpCode(200)
  @Requires('certificates.suspend')
  @FreshProof()
  @ApiOkResponse({ type: ReviewView })
  reinstate(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<ReviewView> {
    return this.decisions.reinstate(actor, id, version, body.reason);
  }

  /** For good. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Requires('certificates.suspend')
  @FreshProof()
  @ApiOkResponse({ type: ReviewView })
  withdraw(
    @Acting() actor: PersonActor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: Reason,
  ): Promise<ReviewView> {
    return this.decisions.withdraw(actor, id, version, body.reason);
  }
}

@ApiTags('Certificates')
@Controller('v1/compliance/expiries')
export class ExpiryComplianceController {
  constructor(private readonly reviews: CertificateReviewService) {}

  /** Certificates that end between two days, soonest first. */
  @Get()
  @Requires('certificates.review')
  @ApiOkResponse({ type: ExpiryList })
  list(@Acting() actor: OrganisationActor, @Query() query: ExpiryQuery): Promise<Page<ExpiryRow>> {
    return this.reviews.expiries(actor, query);
  }

  /** How many end in each of the twelve months from this one on; a month in which none does is left out. */
  @Get('months')
  @Requires('certificates.review')
  @ApiOkResponse({ type: ExpiryMonthList })
  months(@Acting() actor: OrganisationActor): Promise<ExpiryMonthList> {
    return this.reviews.expiryMonths(actor);
  }
}
