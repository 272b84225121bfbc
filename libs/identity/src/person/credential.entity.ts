import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('credential')
export class Credential {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  passwordHash!: string;

  @Column('timestamptz')
  changedAt!: Date;
}
