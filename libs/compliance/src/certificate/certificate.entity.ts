import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate')
export class Certificate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reference!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('uuid')
  assuranceId!: string;

  @Column('uuid')
  schemeId!: string;

  @Column('text')
  state!:
    | 'draft'
    | 'submitted'
    | 'in_review'
    | 'action_required'
    | 'proposed'
    | 'granted'
    | 'refused'
    | 'suspended'
    | 'withdrawn'
    | 'expired';

  @Column('text')
  scope!: string;

  @Column('text', { nullable: true })
  externalNumber!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text', { nullable: true })
  proposedVerdict!: 'grant' | 'refuse' | null;

  @Column('uuid', { nullable: true })
  proposedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  proposedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  suspendedAt!: Date | null;

  @Column('text', { nullable: true })
  suspensionReason!: string | null;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('int')
  version!: number;
}
