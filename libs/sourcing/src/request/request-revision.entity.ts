import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_revision')
export class RequestRevision {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('int')
  revision!: number;

  @Column('uuid')
  buyerId!: string;

  @Column('jsonb')
  content!: unknown;

  @Column('uuid')
  publishedBy!: string;

  @Column('timestamptz')
  publishedAt!: Date;
}
