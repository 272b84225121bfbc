import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('product')
export class Product {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text')
  craftCode!: string;

  @Column('text')
  unitCode!: string;

  @Column('numeric', { precision: 18, scale: 6 })
  priceFrom!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  minimumQuantity!: string | null;

  @Column('int', { nullable: true })
  leadTimeDays!: number | null;

  @Column('char', { length: 6, nullable: true })
  hsCode!: string | null;

  @Column('uuid', { nullable: true })
  photoFileId!: string | null;

  @Column('boolean')
  published!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('int')
  version!: number;
}
