import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('criterion')
export class Criterion {
  @PrimaryColumn('uuid')
  schemeId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('int')
  position!: number;
}
