import { Email, Flag, Instant, ListOf, Nested, OneOf, Secret, SomeOf, Text, Texts, Uuid } from '#platform';
import { rolesOfKind } from '../access/permissions.js';
import { passwordLength } from './password.rules.js';

export const allRoles = Object.values(rolesOfKind).flat();
export const organisationKinds = Object.keys(rolesOfKind);

export class SignIn {
  @Email()
  email!: string;

  @Secret({ min: 1, max: passwordLength.max, example: 'four unrelated words' })
  password!: string;
}

export class SwitchOrganisation {
  @Uuid()
  organisationId!: string;
}

export class SignedInPerson {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Amina Wanjiru' })
  name!: string;

  @Email()
  email!: string;

  @Text({ max: 35, example: 'sw' })
  language!: string;

  @Text({ max: 60, example: 'Africa/Nairobi' })
  timeZone!: string;
}

export class OwnOrganisation {
  @Uuid()
  id!: string;

  @Text({ max: 200, example: 'Kiondo Weavers' })
  name!: string;

  @OneOf(organisationKinds)
  kind!: string;

  @SomeOf(allRoles)
  roles!: string[];

  @OneOf(['applied', 'admitted', 'refused'])
  state!: string;

  @Flag({ description: 'It asks for a second factor, and this session has proved none' })
  needsSecondFactor!: boolean;
}

export class SessionView {
  @Nested(() => SignedInPerson)
  person!: SignedInPerson;

  @Nested(() => OwnOrganisation, {
    nullable: true,
    description: 'The organisation that this session acts for',
  })
  organisation!: OwnOrganisation | null;

  @ListOf(() => OwnOrganisation, { max: 1000 })
  organisations!: OwnOrganisation[];

  @Texts({ max: 60, maxItems: 200 })
  permissions!: string[];
}

export class SessionOpened extends SessionView {
  @Text({ max: 100, description: 'Send it as X-CSRF-Token with every change made with this session' })
  csrfToken!: string;
}

export class SessionRow {
  @Uuid()
  id!: string;

  @Instant()
  createdAt!: Date;

  @Instant()
  lastSeenAt!: Date;

  @Text({ max: 300, nullable: true })
  userAgent!: string | null;

  @Text({ max: 60, nullable: true })
  address!: string | null;

  @Flag({ description: 'The one that asks' })
  current!: boolean;
}

export class SessionList {
  @ListOf(() => SessionRow, { max: 100 })
  items!: SessionRow[];

  @Text({ max: 400, nullable: true })
  nextCursor!: string | null;
}
