import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('request_invitation')
export class RequestInvitation {
  @PrimaryColumn('uuid')
  requestId!: string;

  @PrimaryColumn('uuid')
  cooperativeId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  invitedBy!: string;

  @Column('timestamptz')
  invitedAt!: Date;

  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  @Column('text', { nullable: true })
  declineReason!: string | null;
}
