import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorGuard } from './access/actor.guard.js';
import { PasswordGuard } from './access/password.guard.js';
import { ApiKeyStrategy, PasswordStrategy, SessionStrategy } from './access/strategies.js';
import { ApiKeyService } from './api-key/api-key.service.js';
import { FactorProof } from './factor/factor-proof.js';
import { FactorService } from './factor/factor.service.js';
import { PasskeyService } from './factor/passkey.service.js';
import { Passkeys } from './factor/passkeys.js';
import { RecoveryCodes } from './factor/recovery-codes.js';
import { SecondFactors } from './factor/second-factors.js';
import { TotpCodes } from './factor/totp-codes.js';
import { TotpService } from './factor/totp.service.js';
import { identityEntities } from './identity.entities.js';
import { MemberService } from './member/member.service.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { Organisations } from './organisation/organisation.queries.js';
import { PasswordResetService } from './password-reset/password-reset.service.js';
import { ProfileService } from './person/profile.service.js';
import { Secrets } from './session/secrets.js';
import { SessionCookie } from './session/session-cookie.js';
import { SessionService } from './session/session.service.js';
import { SignInChallenges } from './session/sign-in-challenges.js';
import { SignInSteps } from './session/sign-in-steps.js';
import { SignInThrottle } from './session/sign-in-throttle.js';
import { StepUp } from './session/step-up.js';

/** Who is who: organisations, people, sessions, keys; and the guard that every route passes. */
@Module({
  imports: [PassportModule, TypeOrmModule.forFeature(identityEntities)],
  providers: [
    Secrets,
    SignInThrottle,
    SignInChallenges,
    SecondFactors,
    TotpCodes,
    RecoveryCodes,
    Passkeys,
    FactorProof,
    SessionService,
    SessionCookie,
    SignInSteps,
    StepUp,
    FactorService,
    TotpService,
    PasskeyService,
    PasswordResetService,
    ApiKeyService,
    MemberService,
    OrganisationService,
    Organisations,
    ProfileService,
    PasswordStrategy,
    SessionStrategy,
    ApiKeyStrategy,
    PasswordGuard,
    ActorGuard,
  ],
  exports: [
    Secrets,
    SignInThrottle,
    SessionService,
    SessionCookie,
    SignInSteps,
    StepUp,
    FactorService,
    TotpService,
    PasskeyService,
    PasswordResetService,
    ApiKeyService,
    MemberService,
    OrganisationService,
    Organisations,
    ProfileService,
    PasswordGuard,
    ActorGuard,
  ],
})
export class IdentityModule {}
