import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_line')
export class RequestLine {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('int')
  position!: number;

  @Column('text', { nullable: true })
  sku!: string | null;

  @Column('text')
  description!: string;

  @Column('text', { nullable: true })
  specification!: string | null;

  @Column('numeric', { precision: 18, scale: 3 })
  quantity!: string;

  @Column('text')
  unitCode!: string;

  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  targetUnitPrice!: string | null;

  @Column('char', { length: 6, nullable: true })
  hsCode!: string | null;

  @Column('date', { nullable: true })
  neededBy!: string | null;

  @Column('text', { nullable: true })
  craftCode!: string | null;
}
