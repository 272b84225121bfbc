import type { OrganisationKind } from '#platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organisation')
export class Organisation {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: OrganisationKind;

  @Column('text')
  state!: 'applied' | 'admitted' | 'refused';

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  legalId!: string | null;

  @Column('char', { length: 2 })
  country!: string;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  contactName!: string | null;

  @Column('citext')
  email!: string;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text')
  language!: string;

  @Column('text')
  timeZone!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint', { nullable: true })
  approvalLimitMinor!: string | null;

  /** Whether its people act for it only after a second factor. */
  @Column('boolean')
  secondFactorRequired!: boolean;

  @Column('timestamptz')
  appliedAt!: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;

  @Column('int')
  version!: number;
}
