import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('scheme')
export class Scheme {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  ownerName!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  edition!: string;

  @Column('text')
  source!: string;

  @Column('int')
  monthsValid!: number;

  @Column('boolean')
  active!: boolean;
}
