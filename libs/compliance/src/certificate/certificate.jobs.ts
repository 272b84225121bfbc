import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Delivery, Handlers, systemActor } from '#platform';
import { complianceMessages } from '../compliance.messages.js';
import { certificateAfter, type CertificateState } from './certificate.rules.js';

interface ExpiringCertificate {
  state: CertificateState;
  cooperativeId: string;
  assuranceId: string;
  over: boolean;
  dayAfter: Date;
}

/** Notes that a certificate is past its last day. */
@Injectable()
export class CertificateJobs implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
  ) {}

  onModuleInit(): void {
    this.handlers.on({
      type: 'certificate.expires',
      name: 'certificate-expiry',
      queue: 'maintenance',
      handle: (delivery) => this.expire(delivery),
    });
  }

  async expire(delivery: Delivery): Promise<void> {
    const id = String(delivery.payload.certificateId);
    await this.database.inTransaction(systemActor(`job-${delivery.messageId}`), async (tx) => {
      const certificate = await tx.maybeOne<ExpiringCertificate>(
        `select state, cooperative_id as "cooperativeId", assurance_id as "assuranceId",
                valid_until < weftway_now()::date as over, (valid_until + 1)::timestamptz as "dayAfter"
           from certificate where id = $1 and state in ('granted', 'suspended') for update`,
        [id],
      );
      if (!certificate) {
        return;
      }
      if (!certificate.over) {
        // A queue's clock may run a little ahead of the database's.
        tx.announce(complianceMessages.certificateExpires(id, certificate.dayAfter));
        return;
      }
      const state = certificateAfter(certificate.state, 'expire');
      await tx.execute('update certificate set state = $2, version = version + 1 where id = $1', [id, state]);
      tx.record({
        action: 'certificate.expired',
        subjectType: 'certificate',
        subjectId: id,
        from: certificate.state,
        to: state,
        organisationId: certificate.assuranceId,
        detail: { cooperativeId: certificate.cooperativeId },
      });
    });
  }
}
