import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate_decision')
export class CertificateDecision {
  @PrimaryColumn('uuid')
  certificateId!: string;

  @PrimaryColumn('int')
  seq!: number;

  @Column('uuid')
  cooperativeId!: string;

  @Column('uuid')
  assuranceId!: string;

  @Column('text')
  act!:
    | 'propose_grant'
    | 'propose_refusal'
    | 'return'
    | 'ask_action'
    | 'grant'
    | 'refuse'
    | 'suspend'
    | 'lift'
    | 'withdraw';

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  decidedBy!: string;

  @Column('timestamptz')
  decidedAt!: Date;
}
