import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('member')
export class Member {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text', { array: true })
  roles!: string[];

  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { nullable: true })
  leftAt!: Date | null;

  @Column('int')
  version!: number;
}
