import { Instant, ListOf, Nested, SomeOf, Text, Uuid, WholeNumber } from '#platform';
import { permissionNames } from '../access/permissions.js';

export class NewApiKey {
  @Text({ max: 100, example: 'ERP nightly import' })
  name!: string;

  @SomeOf(permissionNames, { example: ['orders.read'] })
  scopes!: string[];

  @WholeNumber({ min: 1, max: 730, optional: true, default: 365 })
  daysValid?: number;
}

export class ApiKeyRow {
  @Uuid()
  id!: string;

  @Text({ max: 100 })
  name!: string;

  @Text({ max: 20, description: 'What the key begins with, to tell keys apart' })
  prefix!: string;

  @SomeOf(permissionNames)
  scopes!: string[];

  @Instant()
  createdAt!: Date;

  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  revokedAt!: Date | null;

  @Instant({ nullable: true })
  lastUsedAt!: Date | null;
}

export class ApiKeyMade {
  @Nested(() => ApiKeyRow)
  apiKey!: ApiKeyRow;

  @Text({ max: 100, description: 'Shown this once; only its hash is kept' })
  key!: string;
}

export class ApiKeyList {
  @ListOf(() => ApiKeyRow, { max: 200 })
  items!: ApiKeyRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
