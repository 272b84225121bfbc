import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('award')
export class Award {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text')
  state!: 'draft' | 'awaiting_approval' | 'confirmed' | 'rejected';

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint')
  totalMinor!: string;

  @Column('boolean')
  needsApproval!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid')
  proposedBy!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('uuid', { nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('text', { nullable: true })
  rejectionReason!: string | null;

  @Column('uuid', { nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  @Column('int')
  version!: number;
}
