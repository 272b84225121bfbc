import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  type Actor,
  assertVersion,
  Database,
  errors,
  type OrganisationActor,
  type OrganisationKind,
  systemActor,
  type Tx,
} from '#platform';
import { permissions, rolesOfKind } from '../access/permissions.js';
import { identityErrors } from '../identity.errors.js';
import { identityMessages } from '../identity.messages.js';
import { passwordWeakness } from '../session/password.rules.js';
import { Secrets } from '../session/secrets.js';
import { SignInThrottle } from '../session/sign-in-throttle.js';
import type {
  InvitationAnswer,
  InvitationRow,
  InvitationView,
  MemberRow,
  NewInvitation,
} from './member.dto.js';

const invitationDays = 14;
const invitationColumns = `id, email, roles, invited_at as "invitedAt", expires_at as "expiresAt",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`;
const memberColumns = `p.id, p.name, p.email, m.roles, m.since, m.version,
  exists (select from members_with_factor() f where f.person_id = p.id) as "secondFactor"`;

interface OpenInvitation {
  id: string;
  organisation_id: string;
  organisation: string;
  email: string;
  roles: string[];
  expires_at: Date;
}

/** Who belongs to an organisation, and how they come in: by an invitation mailed to them. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly throttle: SignInThrottle,
  ) {}

  async invite(actor: OrganisationActor, input: NewInvitation): Promise<InvitationRow> {
    assertRolesFit(actor.kind, input.roles);
    return this.database.inTransaction(actor, (tx) => this.inviteTo(tx, actor.organisationId, input));
  }

  /** Invites within a transaction that another use case has open. */
  async inviteTo(tx: Tx, organisationId: string, input: NewInvitation): Promise<InvitationRow> {
    const id = uuidv7();
    const row = await tx.one<InvitationRow>(
      `insert into member_invitation (id, organisation_id, email, roles, token_hash, invited_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${invitationColumns}`,
      [
        id,
        organisationId,
        input.email,
        input.roles,
        this.secrets.tokenHash(this.secrets.invitationToken(id)),
        tx.actor.personId,
        new Date(tx.now.getTime() + invitationDays * 86_400_000),
      ],
    );
    tx.record({
      action: 'member.invited',
      subjectType: 'member_invitation',
      subjectId: id,
      // Where the system invites, it is written down with who is joined.
      organisationId: tx.actor.organisationId ?? organisationId,
      detail: { roles: input.roles, organisationId },
    });
    tx.announce(identityMessages.memberInvited(id));
    return row;
  }

  async invitations(actor: OrganisationActor): Promise<{ items: InvitationRow[]; nextCursor: null }> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<InvitationRow>(
        `select ${invitationColumns} from member_invitation where organisation_id = $1
          order by invited_at desc, id desc limit 200`,
        [actor.organisationId],
      ),
    );
    return { items, nextCursor: null };
  }

  async revokeInvitation(actor: OrganisationActor, id: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      const revoked = await tx.execute(
        `update member_invitation set revoked_at = weftway_now()
          where id = $1 and organisation_id = $2 and accepted_at is null and revoked_at is null`,
        [id, actor.organisationId],
      );
      if (revoked === 0) {
        throw errors.not_found();
      }
      tx.record({ action: 'member.invitation_revoked', subjectType: 'member_invitation', subjectId: id });
    });
  }

  async byToken(actor: Actor, token: string): Promise<InvitationView> {
    const found = await this.database.read(systemActor(actor.requestId), (tx) => this.open(tx, token));
    return {
      organisation: found.organisation,
      email: found.email,
      roles: found.roles,
      expiresAt: found.expires_at,
    };
  }

  /** Takes an invitation up. Someone with an account proves it by their password; anyone else begins one. */
  async accept(actor: Actor, token: string, input: InvitationAnswer, address: string): Promise<string> {
    const system = systemActor(actor.requestId);
    const invitation = await this.database.read(system, (tx) => this.open(tx, token));
    const existing = await this.database.read(system, (tx) =>
      tx.maybeOne<{ id: string; password_hash: string }>(
        'select p.id, c.password_hash from person p join credential c on c.person_id = p.id where p.email = $1',
        [invitation.email],
      ),
    );
    if (existing) {
      await this.throttle.admit(invitation.email, address);
      if (!(await this.secrets.passwordFits(existing.password_hash, input.password))) {
        throw identityErrors.credentials_wrong({
          detail: 'You have an account here already. Give its password.',
        });
      }
      await this.throttle.succeeded(invitation.email, address);
    } else {
      const weakness = await passwordWeakness(input.password, { email: invitation.email, name: input.name });
      if (weakness) {
        throw identityErrors.password_weak({ errors: [weakness] });
      }
    }
    const passwordHash = existing ? null : await this.secrets.passwordHash(input.password);
    return this.database.inTransaction(system, async (tx) => {
      const claimed = await tx.execute(
        `update member_invitation set accepted_at = weftway_now()
          where id = $1 and accepted_at is null and revoked_at is null and expires_at > weftway_now()`,
        [invitation.id],
      );
      if (claimed === 0) {
        throw identityErrors.invitation_invalid();
      }
      const personId = existing?.id ?? uuidv7();
      if (passwordHash) {
        await tx.execute(
          'insert into person (id, email, name, language, time_zone) values ($1, $2, $3, $4, $5)',
          [personId, invitation.email, input.name, input.language ?? 'en', input.timeZone ?? 'UTC'],
        );
        await tx.execute('insert into credential (person_id, password_hash) values ($1, $2)', [
          personId,
          passwordHash,
        ]);
      }
      await tx.execute(
        `insert into member (organisation_id, person_id, roles) values ($1, $2, $3)
         on conflict (organisation_id, person_id) do update
           set roles = array(select distinct unnest(member.roles || excluded.roles)), left_at = null, version = member.version + 1`,
        [invitation.organisation_id, personId, invitation.roles],
      );
      tx.record({
        action: 'member.joined',
        subjectType: 'person',
        subjectId: personId,
        organisationId: invitation.organisation_id,
        detail: { roles: invitation.roles },
      });
      return personId;
    });
  }

  async list(actor: OrganisationActor): Promise<{ items: MemberRow[]; nextCursor: null }> {
    const items = await this.database.read(actor, (tx) =>
      tx.query<MemberRow>(
        `select ${memberColumns}
           from member m join person p on p.id = m.person_id
          where m.organisation_id = $1 and m.left_at is null order by p.name, p.id limit 500`,
        [actor.organisationId],
      ),
    );
    return { items, nextCursor: null };
  }

  async changeRoles(
    actor: OrganisationActor,
    personId: string,
    version: number,
    roles: string[],
  ): Promise<MemberRow> {
    assertRolesFit(actor.kind, roles);
    return this.database.inTransaction(actor, async (tx) => {
      const member = await this.load(tx, actor.organisationId, personId);
      assertVersion(member, version);
      await tx.execute(
        'update member set roles = $3, version = version + 1 where organisation_id = $1 and person_id = $2',
        [actor.organisationId, personId, roles],
      );
      await assertSomeoneManages(tx, actor.organisationId);
      tx.record({
        action: 'member.roles_changed',
        subjectType: 'person',
        subjectId: personId,
        detail: { from: member.roles, to: roles },
      });
      return { ...member, roles, version: version + 1 };
    });
  }

  async remove(actor: OrganisationActor, personId: string): Promise<void> {
    await this.database.inTransaction(actor, async (tx) => {
      await this.load(tx, actor.organisationId, personId);
      await tx.execute(
        'update member set left_at = weftway_now(), version = version + 1 where organisation_id = $1 and person_id = $2',
        [actor.organisationId, personId],
      );
      await assertSomeoneManages(tx, actor.organisationId);
      tx.record({ action: 'member.left', subjectType: 'person', subjectId: personId });
    });
  }

  /** A member to change. Changes within an organisation wait for each other, or its last two managers could go at once. */
  private async load(tx: Tx, organisationId: string, personId: string): Promise<MemberRow> {
    await tx.one('select id from organisation where id = $1 for no key update', [organisationId]);
    return tx.one<MemberRow>(
      `select ${memberColumns}
         from member m join person p on p.id = m.person_id
        where m.organisation_id = $1 and m.person_id = $2 and m.left_at is null for update of m`,
      [organisationId, personId],
    );
  }

  private async open(tx: Tx, token: string): Promise<OpenInvitation> {
    const found = await tx.maybeOne<OpenInvitation>(
      `select i.id, i.organisation_id, o.name as organisation, i.email, i.roles, i.expires_at
         from member_invitation i join organisation o on o.id = i.organisation_id
        where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > weftway_now()`,
      [this.secrets.tokenHash(token)],
    );
    if (!found) {
      throw identityErrors.invitation_invalid();
    }
    return found;
  }
}

function assertRolesFit(kind: OrganisationKind, roles: readonly string[]): void {
  const allowed: readonly string[] = rolesOfKind[kind];
  const wrong = roles.filter((role) => !allowed.includes(role));
  if (wrong.length > 0) {
    throw identityErrors.role_not_of_this_kind({
      errors: [
        { pointer: '/roles', code: 'role_not_of_this_kind', detail: `Possible here: ${allowed.join(', ')}.` },
      ],
    });
  }
}

async function assertSomeoneManages(tx: Tx, organisationId: string): Promise<void> {
  const { managers } = await tx.one<{ managers: string }>(
    'select count(*) as managers from member where organisation_id = $1 and left_at is null and roles && $2',
    [organisationId, [...permissions['members.write']]],
  );
  if (managers === '0') {
    throw identityErrors.last_of_its_role();
  }
}
