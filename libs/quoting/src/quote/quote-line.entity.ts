import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quote_line')
export class QuoteLine {
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

  @Column('numeric', { precision: 18, scale: 3 })
  quantity!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  unitPrice!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  priceBaseQuantity!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  minimumQuantity!: string;

  @Column('int')
  leadTimeDays!: number;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  capacityPerMonth!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
