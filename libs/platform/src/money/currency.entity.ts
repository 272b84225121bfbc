import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('currency')
export class Currency {
  @PrimaryColumn('char', { length: 3 })
  code!: string;

  @Column('text')
  name!: string;

  @Column('int')
  digits!: number;
}
