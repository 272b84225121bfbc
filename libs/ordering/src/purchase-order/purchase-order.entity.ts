import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('purchase_order')
export class PurchaseOrder {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  awardId!: string;

  @Column('uuid')
  quoteId!: string;

  @Column('int')
  quoteRevision!: number;

  @Column('int')
  year!: number;

  @Column('bigint')
  number!: string;

  @Column('text')
  reference!: string;

  @Column('int')
  revision!: number;

  @Column('text')
  state!:
    | 'issued'
    | 'accepted'
    | 'rejected'
    | 'change_proposed'
    | 'in_production'
    | 'shipped'
    | 'received'
    | 'closed'
    | 'cancelled';

  @Column('text')
  title!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint')
  totalMinor!: string;

  @Column('numeric', { precision: 5, scale: 2 })
  advancePercent!: string;

  @Column('bigint')
  advanceMinor!: string;

  @Column('int')
  paymentDays!: number;

  @Column('char', { length: 3 })
  incoterm!: string;

  @Column('text')
  incotermPlace!: string;

  @Column('date', { nullable: true })
  deliverBy!: string | null;

  @Column('jsonb')
  parties!: unknown;

  @Column('text', { nullable: true })
  terms!: string | null;

  @Column('text')
  verifyToken!: string;

  @Column('uuid')
  issuedBy!: string;

  @Column('timestamptz')
  issuedAt!: Date;

  @Column('date')
  issuedOn!: string;

  @Column('uuid', { nullable: true })
  respondedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  respondedAt!: Date | null;

  @Column('text', { nullable: true })
  responseReason!: string | null;

  @Column('uuid', { nullable: true })
  cancelledBy!: string | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancellationReason!: string | null;

  @Column('int')
  version!: number;
}
