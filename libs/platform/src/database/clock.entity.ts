import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('clock')
export class Clock {
  @PrimaryColumn('boolean')
  onlyRow!: boolean;

  @Column('interval')
  ahead!: unknown;
}
