import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('cooperative_craft')
export class CooperativeCraft {
  @PrimaryColumn('uuid')
  cooperativeId!: string;

  @PrimaryColumn('text')
  craftCode!: string;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  piecesPerMonth!: string | null;

  @Column('numeric', { precision: 18, scale: 3, nullable: true })
  workHoursPerMonth!: string | null;
}
