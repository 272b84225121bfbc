import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('purchase_order_line')
export class PurchaseOrderLine {
  @PrimaryColumn('uuid')
  orderId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('uuid')
  requestLineId!: string;

  @Column('text', { nullable: true })
  sku!: string | null;

  @Column('text')
  description!: string;

  @Column('text', { nullable: true })
  specification!: string | null;

  @Column('char', { length: 6, nullable: true })
  hsCode!: string | null;

  @Column('text')
  unitCode!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  quantity!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  unitPrice!: string;

  @Column('numeric', { precision: 18, scale: 3 })
  priceBaseQuantity!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  listUnitPrice!: string;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  priceBreakFrom!: string | null;

  @Column('bigint')
  amountMinor!: string;

  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Column('int', { nullable: true })
  leadTimeDays!: number | null;
}
