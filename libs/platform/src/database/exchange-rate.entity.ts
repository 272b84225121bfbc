import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('exchange_rate')
export class ExchangeRateRow {
  @PrimaryColumn('char', { length: 3 })
  currency!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('numeric', { precision: 18, scale: 8 })
  perEuro!: string;

  @Column('text')
  source!: string;

  @Column('uuid', { nullable: true })
  enteredBy!: string | null;
}
