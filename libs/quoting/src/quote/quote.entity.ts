import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quote')
export class Quote {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  state!: 'draft' | 'submitted' | 'withdrawn' | 'awarded' | 'partly_awarded' | 'declined' | 'lapsed';

  @Column('int')
  revision!: number;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  declineReason!: string | null;

  @Column('int')
  version!: number;
}
