import type { Certificates } from '#compliance';
import { type NoticesOf, peopleWho } from './notice.js';

/** Messages about certificates, as compliance tells of them. */
export function certificateNotices(
  certificates: Certificates,
): Record<'submitted' | 'decided' | 'suspended', NoticesOf> {
  return {
    submitted: async (tx, { id, link }) => {
      const { reference, scheme, cooperativeId, assuranceId, ...certificate } = await certificates.forNotice(
        tx,
        id('certificateId'),
      );
      const { name } = await tx.one<{ name: string }>('select name from organisation where id = $1', [
        cooperativeId,
      ]);
      return [
        {
          kind: 'certificate.submitted',
          facts: {
            reference,
            scheme,
            cooperative: name,
            link: link(`compliance/certificates/${certificate.id}`),
          },
          to: await peopleWho(tx, 'certificates.review', [assuranceId]),
        },
      ];
    },
    decided: async (tx, { id, link }) => {
      const { reference, scheme, state, validUntil, reason, cooperativeId, ...certificate } =
        await certificates.forNotice(tx, id('certificateId'));
      return [
        {
          kind: 'certificate.decided',
          facts: {
            reference,
            scheme,
            state,
            validUntil,
            reason,
            link: link(`cooperative/certificates/${certificate.id}`),
          },
          to: await peopleWho(tx, 'certificates.apply', [cooperativeId]),
        },
      ];
    },
    suspended: async (tx, { id, link }) => {
      const { reference, scheme, state, reason, cooperativeId, ...certificate } =
        await certificates.forNotice(tx, id('certificateId'));
      return state === 'suspended'
        ? [
            {
              kind: 'certificate.suspended',
              facts: { reference, scheme, reason, link: link(`cooperative/certificates/${certificate.id}`) },
              to: await peopleWho(tx, 'certificates.apply', [cooperativeId]),
            },
          ]
        : [];
    },
  };
}
