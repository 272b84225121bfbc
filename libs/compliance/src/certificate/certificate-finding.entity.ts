import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate_finding')
export class CertificateFinding {
  @PrimaryColumn('uuid')
  certificateId!: string;

  @PrimaryColumn('text')
  criterionCode!: string;

  @Column('uuid')
  assuranceId!: string;

  @Column('text')
  verdict!: 'met' | 'partly_met' | 'not_met' | 'not_applicable';

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  checkedBy!: string;

  @Column('timestamptz')
  checkedAt!: Date;
}
