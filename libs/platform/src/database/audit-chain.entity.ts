import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('audit_chain')
export class AuditChain {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @Column('bigint')
  seq!: string;

  @Column('bytea')
  hash!: Buffer;
}
