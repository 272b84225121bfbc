import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_delivery')
export class OutboxDelivery {
  @PrimaryColumn('uuid')
  messageId!: string;

  @PrimaryColumn('text')
  handler!: string;

  @Column('text')
  queue!: string;

  @Column('timestamptz')
  queuedAt!: Date;

  @Column('timestamptz', { nullable: true })
  doneAt!: Date | null;

  @Column('int')
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  @Column('text', { nullable: true })
  error!: string | null;
}
