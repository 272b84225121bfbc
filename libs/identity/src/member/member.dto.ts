import { Email, Flag, Instant, ListOf, Secret, SomeOf, Text, Uuid, WholeNumber } from '#platform';
import { allRoles } from '../session/session.dto.js';
import { passwordLength } from '../session/password.rules.js';

export class NewInvitation {
  @Email()
  email!: string;

  @SomeOf(allRoles, { example: ['requester'] })
  roles!: string[];
}

export class InvitationRow {
  @Uuid()
  id!: string;

  @Email()
  email!: string;

  @SomeOf(allRoles)
  roles!: string[];

  @Instant()
  invitedAt!: Date;

  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  acceptedAt!: Date | null;

  @Instant({ nullable: true })
  revokedAt!: Date | null;
}

export class InvitationList {
  @ListOf(() => InvitationRow, { max: 200 })
  items!: InvitationRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

/** What the holder of an invitation's token sees of it. */
export class InvitationView {
  @Text({ max: 200 })
  organisation!: string;

  @Email()
  email!: string;

  @SomeOf(allRoles)
  roles!: string[];

  @Instant()
  expiresAt!: Date;
}

export class InvitationAnswer {
  @Text({ max: 200, example: 'Amina Wanjiru' })
  name!: string;

  @Secret({
    ...passwordLength,
    example: 'kiondo sisal river lantern',
    description: 'A new password, or for someone who has an account here the one they have',
  })
  password!: string;

  @Text({ max: 35, optional: true, example: 'sw' })
  language?: string;

  @Text({ max: 60, optional: true, example: 'Africa/Nairobi' })
  timeZone?: string;
}

export class MemberRow {
  @Uuid()
  id!: string;

  @Text({ max: 200 })
  name!: string;

  @Email()
  email!: string;

  @SomeOf(allRoles)
  roles!: string[];

  @Instant()
  since!: Date;

  @Flag({ description: 'Whether they have a second factor' })
  secondFactor!: boolean;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class MemberList {
  @ListOf(() => MemberRow, { max: 500 })
  items!: MemberRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}

export class RolesChange {
  @SomeOf(allRoles)
  roles!: string[];
}
