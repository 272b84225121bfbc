import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { CertificateState } from './certificate.rules.js';

/** A certificate that counts today: granted, within its days, not suspended. Days as `yyyy-mm-dd`. */
export interface HeldCertificate {
  id: string;
  reference: string;
  cooperativeId: string;
  schemeId: string;
  scheme: string;
  validFrom: string;
  validUntil: string;
}

/** What a notice about a certificate says. */
export interface CertificateNotice {
  id: string;
  reference: string;
  cooperativeId: string;
  assuranceId: string;
  schemeId: string;
  scheme: string;
  state: CertificateState;
  validUntil: string | null;
  /** The newest reason given to the cooperative: of a refusal, suspension, withdrawal or action asked for. */
  reason: string | null;
}

/** A certificate past its last day is expired, whether or not the job that notes it has run. */
export const stateToday = `case when c.state in ('granted', 'suspended') and c.valid_until < weftway_now()::date
  then 'expired' else c.state end`;

/** What other contexts ask about certificates, in their own transaction. */
@Injectable()
export class Certificates {
  /** The longest valid certificate of each cooperative and scheme that is held today. Any actor may ask: it is public. */
  async held(
    tx: Tx,
    cooperativeIds: readonly string[],
    schemeIds: readonly string[],
  ): Promise<HeldCertificate[]> {
    return tx.query<HeldCertificate>(
      `select distinct on (c.cooperative_id, c.scheme_id) c.id, c.reference, c.cooperative_id as "cooperativeId",
              c.scheme_id as "schemeId", s.name as scheme, c.valid_from as "validFrom", c.valid_until as "validUntil"
         from public_certificate c join scheme s on s.id = c.scheme_id
        where c.cooperative_id = any($1) and c.scheme_id = any($2)
          and c.state = 'granted' and c.valid_from <= weftway_now()::date
        order by c.cooperative_id, c.scheme_id, c.valid_until desc, c.id`,
      [cooperativeIds, schemeIds],
    );
  }

  /** For whoever writes to people about a certificate, with the system as the transaction's actor. */
  async forNotice(tx: Tx, certificateId: string): Promise<CertificateNotice> {
    return tx.one<CertificateNotice>(
      `select c.id, c.reference, c.cooperative_id as "cooperativeId", c.assurance_id as "assuranceId",
              c.scheme_id as "schemeId", s.name as scheme, ${stateToday} as state, c.valid_until as "validUntil",
              (select d.reason from certificate_decision d
                where d.certificate_id = c.id and d.act not in ('propose_grant', 'propose_refusal', 'return')
                order by d.seq desc limit 1) as reason
         from certificate c join scheme s on s.id = c.scheme_id where c.id = $1`,
      [certificateId],
    );
  }
}
