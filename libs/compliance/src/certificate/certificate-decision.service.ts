import { Injectable } from '@nestjs/common';
import { Database, errors, type OrganisationActor, type PersonActor, type Tx } from '#platform';
import { complianceMessages } from '../compliance.messages.js';
import type { NewProposal, ReviewView } from './certificate.dto.js';
import {
  certificateAfter,
  grantIsFounded,
  termIsNotOver,
  termOf,
  twoPeopleDecide,
} from './certificate.rules.js';
import { reviewedCertificate } from './certificate.views.js';
import type { Consequences, TouchedRetailer } from './consequences.dto.js';
import { decide, type JudgedCertificate, lockToJudge } from './judged-certificate.js';

/** The decision by two people, and what may follow it. */
@Injectable()
export class CertificateDecisionService {
  constructor(private readonly database: Database) {}

  /** The first of two: proposes to grant for a term, or to refuse with a reason. */
  async propose(actor: PersonActor, id: string, version: number, input: NewProposal): Promise<ReviewView> {
    return this.judge(actor, id, version, async (tx, certificate) => {
      const to = certificateAfter(certificate.state, 'propose');
      const grants = input.verdict === 'grant';
      if (grants) {
        grantIsFounded(certificate);
      } else {
        assertReasonGiven(input.reason);
      }
      const term = grants ? termOf(input, certificate.monthsValid, certificate.today) : null;
      await decide(tx, actor, certificate, {
        act: grants ? 'propose_grant' : 'propose_refusal',
        to,
        reason: input.reason || null,
        set: `proposed_verdict = $3, proposed_by = $4, proposed_at = weftway_now(), valid_from = $5, valid_until = $6`,
        values: [input.verdict, actor.personId, term?.validFrom ?? null, term?.validUntil ?? null],
      });
    });
  }

  /** The second of two: what was proposed becomes the decision. The refusal's reason is the proposal's. */
  async confirm(actor: PersonActor, id: string, version: number): Promise<ReviewView> {
    return this.judge(actor, id, version, async (tx, certificate) => {
      const grants = certificate.proposedVerdict === 'grant';
      const to = certificateAfter(certificate.state, grants ? 'grant' : 'refuse');
      twoPeopleDecide(certificate.proposedBy, actor.personId);
      if (grants) {
        grantIsFounded(certificate);
        termIsNotOver(certificate.validUntil, certificate.today);
      }
      await decide(tx, actor, certificate, {
        act: grants ? 'grant' : 'refuse',
        to,
        reason: await reasonProposed(tx, id),
        set: 'decided_by = $3, decided_at = weftway_now()',
        values: [actor.personId],
      });
      tx.announce(complianceMessages.certificateDecided(id));
      if (grants) {
        tx.announce(complianceMessages.certificateExpires(id, await dayAfterTerm(tx, id)));
      }
    });
  }

  /** Back to review instead of confirming it; the one who proposed may take it back too. */
  async return(actor: PersonActor, id: string, version: number, reason: string): Promise<ReviewView> {
    return this.judge(actor, id, version, (tx, certificate) =>
      decide(tx, actor, certificate, {
        act: 'return',
        to: certificateAfter(certificate.state, 'return'),
        reason,
        set: 'proposed_verdict = null, proposed_by = null, proposed_at = null, valid_from = null, valid_until = null',
      }),
    );
  }

  /** What would lose its ground now. Of retailers' affairs their number alone: the body is no party to them. */
  async consequences(actor: OrganisationActor, id: string): Promise<Consequences> {
    return this.database.read(actor, async (tx) => {
      const { replacedBy } = await tx.one<{ replacedBy: string | null }>(
        `select (select o.reference from certificate o
                  where o.cooperative_id = c.cooperative_id and o.scheme_id = c.scheme_id and o.id <> c.id and o.state = 'granted'
                    and o.valid_from <= weftway_now()::date and o.valid_until >= weftway_now()::date
                  order by o.valid_until desc limit 1) as "replacedBy"
           from certificate c where c.id = $1 and c.assurance_id = $2 and c.state <> 'draft'`,
        [id, actor.organisationId],
      );
      const retailers = await tx.query<TouchedRetailer>('select * from certificate_reliance($1)', [id]);
      return { replacedBy, retailers };
    });
  }

  /** Felt at once by every award that is confirmed after it. */
  async suspend(actor: PersonActor, id: string, version: number, reason: string): Promise<ReviewView> {
    return this.judge(actor, id, version, async (tx, certificate) => {
      await decide(tx, actor, certificate, {
        act: 'suspend',
        to: certificateAfter(certificate.state, 'suspend'),
        reason,
        set: 'suspended_at = weftway_now(), suspension_reason = $3',
        values: [reason],
      });
      tx.announce(complianceMessages.certificateSuspended(id));
    });
  }

  async reinstate(actor: PersonActor, id: string, version: number, reason: string): Promise<ReviewView> {
    return this.judge(actor, id, version, async (tx, certificate) => {
      await decide(tx, actor, certificate, {
        act: 'lift',
        to: certificateAfter(certificate.state, 'lift'),
        reason,
        set: 'suspended_at = null, suspension_reason = null',
      });
      tx.announce(complianceMessages.certificateDecided(id));
    });
  }

  /** For good: who wants it back applies anew. */
  async withdraw(actor: PersonActor, id: string, version: number, reason: string): Promise<ReviewView> {
    return this.judge(actor, id, version, async (tx, certificate) => {
      await decide(tx, actor, certificate, {
        act: 'withdraw',
        to: certificateAfter(certificate.state, 'withdraw'),
        reason,
      });
      tx.announce(complianceMessages.certificateDecided(id));
    });
  }

  private async judge(
    actor: PersonActor,
    id: string,
    version: number,
    act: (tx: Tx, certificate: JudgedCertificate) => Promise<void>,
  ): Promise<ReviewView> {
    return this.database.inTransaction(actor, async (tx) => {
      await act(tx, await lockToJudge(tx, actor, id, version));
      return reviewedCertificate(tx, id);
    });
  }
}

function assertReasonGiven(reason: string | null | undefined): void {
  if (!reason) {
    throw errors.invalid_input({
      errors: [{ pointer: '/reason', code: 'reason_missing', detail: 'Say why: the cooperative reads it.' }],
    });
  }
}

async function reasonProposed(tx: Tx, id: string): Promise<string | null> {
  const { reason } = await tx.one<{ reason: string | null }>(
    `select reason from certificate_decision
      where certificate_id = $1 and act in ('propose_grant', 'propose_refusal') order by seq desc limit 1`,
    [id],
  );
  return reason;
}

async function dayAfterTerm(tx: Tx, id: string): Promise<Date> {
  const { moment } = await tx.one<{ moment: Date }>(
    'select (valid_until + 1)::timestamptz as moment from certificate where id = $1',
    [id],
  );
  return moment;
}
