import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_requirement')
export class RequestRequirement {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  schemeId!: string;

  @Column('uuid')
  buyerId!: string;
}
