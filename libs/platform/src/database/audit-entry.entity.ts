import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('bigint')
  seq!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  apiKeyId!: string | null;

  @Column('text')
  actorKind!: string;

  @Column('text')
  action!: string;

  @Column('text')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('text', { nullable: true })
  fromState!: string | null;

  @Column('text', { nullable: true })
  toState!: string | null;

  @Column('jsonb')
  detail!: unknown;

  @Column('text')
  requestId!: string;

  @Column('bytea')
  previousHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;
}
