import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('citext')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  language!: string;

  @Column('text')
  timeZone!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('int')
  version!: number;
}
