import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('passkey')
export class Passkey {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('bytea')
  credentialId!: Buffer;

  @Column('bytea')
  publicKey!: Buffer;

  @Column('bigint')
  counter!: string;

  @Column('text', { array: true })
  transports!: string[];

  @Column('text')
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}
