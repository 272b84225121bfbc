import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cooperative_profile')
export class CooperativeProfile {
  @PrimaryColumn('uuid')
  cooperativeId!: string;

  @Column('text')
  story!: string;

  @Column('text')
  place!: string;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('int', { nullable: true })
  founded!: number | null;

  @Column('int')
  makers!: number;

  @Column('int')
  makersWomen!: number;

  @Column('text', { array: true })
  languages!: string[];

  @Column('boolean')
  published!: boolean;

  @Column('int')
  version!: number;
}
