import { Global, Module } from '@nestjs/common';
import { AuditLog } from '../audit-log/audit-log.js';
import { LiveChanges } from '../live/live-changes.js';
import { DeadLetters } from './dead-letters.js';
import { Metrics } from './metrics.js';
import { Rates } from './rates.js';
import { ReadinessCheck } from './readiness.js';

/** What those who run Weftway look at. */
@Global()
@Module({
  providers: [AuditLog, DeadLetters, LiveChanges, Metrics, Rates, ReadinessCheck],
  exports: [AuditLog, DeadLetters, LiveChanges, Metrics, Rates, ReadinessCheck],
})
export class OperationsModule {}
