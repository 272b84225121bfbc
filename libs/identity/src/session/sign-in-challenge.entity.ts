import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_challenge')
export class SignInChallenge {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  purpose!: 'second_step' | 'passkey_sign_in' | 'passkey_proof' | 'passkey_registration';

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('text', { nullable: true })
  challenge!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;
}
