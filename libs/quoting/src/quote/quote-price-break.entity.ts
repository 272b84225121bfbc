import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quote_price_break')
export class QuotePriceBreak {
  @PrimaryColumn('uuid')
  quoteId!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('uuid')
  requestLineId!: string;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @PrimaryColumn('numeric', { precision: 18, scale: 3 })
  fromQuantity!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  unitPrice!: string;
}
