import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('number_series')
export class NumberSeriesRow {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('int')
  year!: number;

  @Column('bigint')
  last!: string;
}
