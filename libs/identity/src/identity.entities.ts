import { ApiKey } from './api-key/api-key.entity.js';
import { MemberInvitation } from './member/member-invitation.entity.js';
import { Member } from './member/member.entity.js';
import { Organisation } from './organisation/organisation.entity.js';
import { Credential } from './person/credential.entity.js';
import { Person } from './person/person.entity.js';
import { Session } from './session/session.entity.js';
import { SignInThrottleEntry } from './session/sign-in-throttle.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const identityEntities = [
  Organisation,
  Person,
  Credential,
  Member,
  MemberInvitation,
  Session,
  SignInThrottleEntry,
  ApiKey,
];
