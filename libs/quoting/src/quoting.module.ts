import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplianceModule } from '#compliance';
import { DirectoryModule } from '#directory';
import { IdentityModule } from '#identity';
import { SourcingModule } from '#sourcing';
import { AwardLimit } from './award/award-limit.js';
import { AwardProposalService } from './award/award-proposal.service.js';
import { AwardService } from './award/award.service.js';
import { QuoteOutcomes } from './award/quote-outcomes.js';
import { ComparisonService } from './comparison/comparison.service.js';
import { QuoteSubmissionService } from './quote/quote-submission.service.js';
import { QuoteJobs } from './quote/quote.jobs.js';
import { QuoteService } from './quote/quote.service.js';
import { quotingEntities } from './quoting.entities.js';

/** Quotes, their comparison, and the award up to its confirmation. */
@Module({
  imports: [
    TypeOrmModule.forFeature(quotingEntities),
    IdentityModule,
    ComplianceModule,
    DirectoryModule,
    SourcingModule,
  ],
  providers: [
    QuoteService,
    QuoteSubmissionService,
    ComparisonService,
    AwardProposalService,
    AwardService,
    AwardLimit,
    QuoteOutcomes,
  ],
  exports: [QuoteService, QuoteSubmissionService, ComparisonService, AwardProposalService, AwardService],
})
export class QuotingModule {}

/** This context's queue handlers; the worker imports it. */
@Module({ providers: [QuoteJobs] })
export class QuotingJobsModule {}
