import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request')
export class Request {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  state!: 'draft' | 'awaiting_approval' | 'open' | 'closed' | 'awarded' | 'unawarded' | 'cancelled';

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('boolean')
  sealed!: boolean;

  @Column('boolean')
  partialWelcome!: boolean;

  @Column('boolean')
  splitWelcome!: boolean;

  @Column('boolean')
  moreThanAsked!: boolean;

  @Column('timestamptz', { nullable: true })
  deadline!: Date | null;

  @Column('date', { nullable: true })
  deliverBy!: string | null;

  @Column('char', { length: 3 })
  incoterm!: 'EXW' | 'FCA' | 'CPT' | 'CIP' | 'DAP' | 'DPU' | 'DDP' | 'FAS' | 'FOB' | 'CFR' | 'CIF';

  @Column('text')
  incotermPlace!: string;

  @Column('text')
  deliveryName!: string;

  @Column('text', { nullable: true })
  deliveryStreet!: string | null;

  @Column('text', { nullable: true })
  deliveryCity!: string | null;

  @Column('text', { nullable: true })
  deliveryPostalCode!: string | null;

  @Column('char', { length: 2 })
  deliveryCountry!: string;

  @Column('int')
  paymentDays!: number;

  @Column('numeric', { precision: 5, scale: 2 })
  advancePercent!: string;

  @Column('int')
  revision!: number;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('uuid', { nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('text', { nullable: true })
  cancellationReason!: string | null;

  @Column('int')
  version!: number;
}
