import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_message')
export class OutboxMessageRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  type!: string;

  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz')
  availableAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  relayedAt!: Date | null;

  /** Of the work that promised it, where that was traced. */
  @Column('text', { nullable: true })
  traceparent!: string | null;
}
