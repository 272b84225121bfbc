import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform';
import { identityErrors } from '../identity.errors.js';
import { Secrets } from './secrets.js';
import type { SignInChallenge } from './sign-in-challenge.entity.js';

/** How long a question waits for its answer. */
const minutes = 10;

type Purpose = SignInChallenge['purpose'];

/** A question that was put to someone: a second step of signing in, or what a passkey is to sign. */
export interface OpenChallenge {
  id: string;
  personId: string | null;
  sessionId: string | null;
  challenge: string | null;
}

const columns = 'id, person_id as "personId", session_id as "sessionId", challenge';

/** Questions that wait for their answer, each under a token that only whoever was asked has. */
@Injectable()
export class SignInChallenges {
  constructor(private readonly secrets: Secrets) {}

  /** @returns the token by which the answer names the question */
  async open(tx: Tx, purpose: Purpose, about: Omit<OpenChallenge, 'id'>): Promise<string> {
    const token = this.secrets.newToken();
    // What another clears away at this moment is left to it.
    await tx.execute(
      `delete from sign_in_challenge where id in
         (select id from sign_in_challenge where expires_at < weftway_now() for update skip locked)`,
    );
    await tx.execute(
      `insert into sign_in_challenge (id, purpose, token_hash, person_id, session_id, challenge, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        uuidv7(),
        purpose,
        this.secrets.tokenHash(token),
        about.personId,
        about.sessionId,
        about.challenge,
        new Date(tx.now.getTime() + minutes * 60_000),
      ],
    );
    return token;
  }

  /** The question, which stays open. @throws DomainError `sign_in_expired` */
  async find(tx: Tx, purpose: Purpose, token: string): Promise<OpenChallenge> {
    const found = await tx.maybeOne<OpenChallenge>(
      `select ${columns} from sign_in_challenge
        where token_hash = $1 and purpose = $2 and expires_at > weftway_now()`,
      [this.secrets.tokenHash(token), purpose],
    );
    return found ?? expired();
  }

  /** The question, which is closed by that: it is answered once. @throws DomainError `sign_in_expired` */
  async take(tx: Tx, purpose: Purpose, token: string): Promise<OpenChallenge> {
    const taken = await tx.maybeOne<OpenChallenge>(
      `delete from sign_in_challenge where token_hash = $1 and purpose = $2 and expires_at > weftway_now()
       returning ${columns}`,
      [this.secrets.tokenHash(token), purpose],
    );
    return taken ?? expired();
  }
}

function expired(): never {
  throw identityErrors.sign_in_expired();
}
