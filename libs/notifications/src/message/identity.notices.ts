import { securityEvents } from '#identity';
import type { NoticesOf } from './notice.js';

interface OpenInvitation {
  organisation: string;
  roles: string[];
  expiresAt: Date;
  email: string;
  name: string | null;
  language: string;
  timeZone: string;
}

/** To the address that was invited, while the invitation can be taken up. */
export const memberInvited: NoticesOf = async (tx, { id }) => {
  const found = await tx.maybeOne<OpenInvitation>(
    `select o.name as organisation, i.roles, i.expires_at as "expiresAt", i.email, p.name,
            coalesce(p.language, o.language) as language, coalesce(p.time_zone, o.time_zone) as "timeZone"
       from member_invitation i join organisation o on o.id = i.organisation_id left join person p on p.email = i.email
      where i.id = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > weftway_now()`,
    [id('invitationId')],
  );
  if (!found) {
    return [];
  }
  const { organisation, roles, expiresAt, ...reader } = found;
  // Not filed under the person: it opens the door to whoever reads it.
  const to = [{ ...reader, organisationId: null, personId: null }];
  return [{ kind: 'member.invited', facts: { organisation, roles, expiresAt }, to }];
};

export const organisationRefused: NoticesOf = async (tx, { id }) => {
  const organisationId = id('organisationId');
  const found = await tx.maybeOne<{
    organisation: string;
    name: string | null;
    email: string;
    language: string;
    timeZone: string;
  }>(
    `select name as organisation, contact_name as name, email, language, time_zone as "timeZone"
       from organisation where id = $1 and state = 'refused'`,
    [organisationId],
  );
  if (!found) {
    return [];
  }
  const { organisation, ...reader } = found;
  return [
    {
      kind: 'organisation.refused',
      facts: { organisation },
      to: [{ ...reader, organisationId, personId: null }],
    },
  ];
};

/** To whom the address belongs, while the link is good. Where it belongs to nobody, nothing was written that could be found. */
export const passwordResetAsked: NoticesOf = async (tx, { id }) => {
  const found = await tx.maybeOne<{
    expiresAt: Date;
    email: string;
    name: string;
    language: string;
    timeZone: string;
  }>(
    `select r.expires_at as "expiresAt", p.email, p.name, p.language, p.time_zone as "timeZone"
       from password_reset r join person p on p.id = r.person_id
      where r.id = $1 and r.used_at is null and r.expires_at > weftway_now()`,
    [id('passwordResetId')],
  );
  if (!found) {
    return [];
  }
  const { expiresAt, ...reader } = found;
  // Not filed under the person, as an invitation: it opens the door to whoever reads it.
  return [
    {
      kind: 'password.reset_asked',
      facts: { expiresAt },
      to: [{ ...reader, organisationId: null, personId: null }],
    },
  ];
};

/** To oneself, of each change of one's ways in. */
export const securityChanged: NoticesOf = async (tx, { id, link }) => {
  const personId = id('personId');
  const event = securityEvents.find((one) => one === id('event'));
  const reader = await tx.maybeOne<{ email: string; name: string; language: string; timeZone: string }>(
    'select email, name, language, time_zone as "timeZone" from person where id = $1',
    [personId],
  );
  if (!reader || !event) {
    return [];
  }
  return [
    {
      kind: 'security.changed',
      facts: { event, at: new Date(id('at')), link: link('account/security') },
      to: [{ ...reader, organisationId: null, personId }],
    },
  ];
};
