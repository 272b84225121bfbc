import { Email, Secret, Text } from '#platform';
import { passwordLength } from '../session/password.rules.js';

export class PasswordForgotten {
  @Email({ description: 'Where the link is mailed to, if it belongs to someone here' })
  email!: string;
}

export class NewPassword {
  @Text({ max: 100, description: 'From the link' })
  token!: string;

  @Secret({ ...passwordLength, example: 'kiondo sisal river lantern' })
  password!: string;
}
