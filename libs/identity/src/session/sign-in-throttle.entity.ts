import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_throttle')
export class SignInThrottleEntry {
  @PrimaryColumn('text')
  subject!: string;

  @Column('int')
  failures!: number;

  @Column('timestamptz')
  firstFailureAt!: Date;

  @Column('timestamptz', { nullable: true })
  blockedUntil!: Date | null;
}
