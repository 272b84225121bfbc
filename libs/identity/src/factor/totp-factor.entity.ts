import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('totp_factor')
export class TotpFactor {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('bytea')
  secret!: Buffer;

  @Column('bigint')
  lastStep!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}
