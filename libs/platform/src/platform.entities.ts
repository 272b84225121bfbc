import { AuditChain } from './database/audit-chain.entity.js';
import { AuditEntry } from './database/audit-entry.entity.js';
import { Clock } from './database/clock.entity.js';
import { ExchangeRateRow } from './database/exchange-rate.entity.js';
import { IdempotencyRecord } from './database/idempotency-record.entity.js';
import { NumberSeriesRow } from './database/number-series-row.entity.js';
import { Currency } from './money/currency.entity.js';
import { OutboxDelivery } from './outbox/outbox-delivery.entity.js';
import { OutboxMessageRow } from './outbox/outbox-message.entity.js';
import { StoredFileRow } from './storage/stored-file.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const platformEntities = [
  AuditChain,
  AuditEntry,
  Clock,
  Currency,
  ExchangeRateRow,
  IdempotencyRecord,
  NumberSeriesRow,
  OutboxDelivery,
  OutboxMessageRow,
  StoredFileRow,
];
