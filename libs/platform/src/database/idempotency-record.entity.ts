import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('idempotency_record')
export class IdempotencyRecord {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('uuid')
  actorId!: string;

  @PrimaryColumn('text')
  key!: string;

  @Column('char', { length: 64 })
  bodyHash!: string;

  @Column('jsonb', { nullable: true })
  answer!: unknown;

  @Column('timestamptz')
  createdAt!: Date;
}
