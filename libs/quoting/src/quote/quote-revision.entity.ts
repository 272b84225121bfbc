import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('quote_revision')
export class QuoteRevision {
  @PrimaryColumn('uuid')
  quoteId!: string;

  @PrimaryColumn('int')
  revision!: number;

  @Column('uuid')
  requestId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('int')
  requestRevision!: number;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('date')
  validUntil!: string;

  @Column('text', { nullable: true })
  terms!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  submittedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;
}
