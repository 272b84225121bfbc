import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('order_document')
export class OrderDocument {
  @PrimaryColumn('uuid')
  orderId!: string;

  @PrimaryColumn('int')
  revision!: number;

  @PrimaryColumn('text')
  kind!: 'pdf' | 'ubl';

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  cooperativeId!: string;

  @Column('text')
  state!: 'pending' | 'ready' | 'failed';

  @Column('text', { nullable: true })
  storageKey!: string | null;

  @Column('char', { length: 64, nullable: true })
  sha256!: string | null;

  @Column('bigint', { nullable: true })
  size!: string | null;

  @Column('int')
  attempts!: number;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { nullable: true })
  madeAt!: Date | null;
}
