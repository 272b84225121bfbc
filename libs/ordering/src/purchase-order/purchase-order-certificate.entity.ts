import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('purchase_order_certificate')
export class PurchaseOrderCertificate {
  @PrimaryColumn('uuid')
  orderId!: string;

  @PrimaryColumn('uuid')
  certificateId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  scheme!: string;

  @Column('date')
  validFrom!: string;

  @Column('date')
  validUntil!: string;
}
