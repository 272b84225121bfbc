import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('password_reset')
export class PasswordReset {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
