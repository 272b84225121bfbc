import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('award_allocation')
export class AwardAllocation {
  @PrimaryColumn('uuid')
  awardId!: string;

  @PrimaryColumn('uuid')
  requestLineId!: string;

  @PrimaryColumn('uuid')
  quoteId!: string;

  @Column('int')
  quoteRevision!: number;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  quantity!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  unitPrice!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  priceBaseQuantity!: string;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  priceBreakFrom!: string | null;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint')
  amountMinor!: string;
}
