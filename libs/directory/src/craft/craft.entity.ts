import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('craft')
export class Craft {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;
}
