import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  personId!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  userAgent!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  /** When its person last proved who they are, by true time and not by the portal's clock. */
  @Column('timestamptz')
  provedAt!: Date;

  /** When they last proved a second factor in it; null where they never did. */
  @Column('timestamptz', { nullable: true })
  factorProvedAt!: Date | null;
}
