import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('conflict_of_interest')
export class ConflictOfInterest {
  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('uuid')
  cooperativeId!: string;

  @Column('uuid')
  assuranceId!: string;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  declaredAt!: Date;
}
