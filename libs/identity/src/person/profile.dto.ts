import { Email, Secret, Text, Uuid, WholeNumber } from '#platform';
import { passwordLength } from '../session/password.rules.js';

export class ProfileChange {
  @Text({ max: 200, example: 'Amina Wanjiru' })
  name!: string;

  @Text({ max: 35, example: 'sw', description: 'BCP 47' })
  language!: string;

  @Text({ max: 60, example: 'Africa/Nairobi', description: 'IANA time zone' })
  timeZone!: string;
}

export class PersonProfile extends ProfileChange {
  @Uuid()
  id!: string;

  @Email()
  email!: string;

  @WholeNumber({ min: 1, max: 2 ** 31 - 1 })
  version!: number;
}

export class PasswordChange {
  @Secret({ min: 1, max: passwordLength.max })
  currentPassword!: string;

  @Secret({ ...passwordLength, example: 'kiondo sisal river lantern' })
  password!: string;
}
