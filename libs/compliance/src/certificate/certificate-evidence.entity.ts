import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate_evidence')
export class CertificateEvidence {
  @PrimaryColumn('uuid')
  certificateId!: string;

  @PrimaryColumn('uuid')
  fileId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('text', { nullable: true })
  criterionCode!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  addedBy!: string;

  @Column('timestamptz')
  addedAt!: Date;
}
