import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MemberService, OrganisationService, permissionsOf, Secrets } from '#identity';
import {
  Database,
  Handlers,
  type OrganisationKind,
  type PersonActor,
  publicActor,
  Settings,
  systemActor,
  type Upload,
} from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';

/** Everyone's password in the demonstration. */
export const demonstrationPassword = 'weave a fair market';

/** Someone with an account who can act. */
export interface Someone {
  name: string;
  email: string;
  actor: PersonActor;
}

/** What is said of an organisation when it applies. */
export type Application = Parameters<OrganisationService['apply']>[1];

/** The services of the portal, and how people come in by them. */
export class World {
  private constructor(
    private readonly api: INestApplicationContext,
    private readonly worker: INestApplicationContext,
  ) {}

  /** Mail goes to files, whatever the settings say: the demonstration's people have no letter boxes. */
  static async open(env: Readonly<Record<string, string | undefined>>): Promise<World> {
    const settings = new Settings(
      { ...env, SMTP_URL: undefined, DATABASE_URL: withoutWaiting(env.DATABASE_URL) },
      'seed',
    );
    const logger = ['error' as const];
    return new World(
      await NestFactory.createApplicationContext(ApiModule.for(settings), { logger }),
      await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger }),
    );
  }

  get<Service>(type: Type<Service>): Service {
    return this.api.get(type, { strict: false });
  }

  get database(): Database {
    return this.worker.get(Database);
  }

  get handlers(): Handlers {
    return this.worker.get(Handlers);
  }

  async apply(application: Application): Promise<string> {
    return (await this.get(OrganisationService).apply(publicActor('seed'), application)).id;
  }

  /** Admits an organisation and answers the invitation of its first person. */
  async admit(
    administrator: PersonActor,
    organisationId: string,
  ): Promise<{ invitationId: string; email: string }> {
    const organisations = this.get(OrganisationService);
    const { version } = await organisations.byId(administrator, organisationId);
    await organisations.admit(administrator, organisationId, version);
    return this.get(Database).read(systemActor('seed'), (tx) =>
      tx.one<{ invitationId: string; email: string }>(
        'select id as "invitationId", email from member_invitation where organisation_id = $1 limit 1',
        [organisationId],
      ),
    );
  }

  /** Takes an invitation up with the demonstration's password. */
  async accept(
    invitation: { invitationId: string; email: string },
    who: { name: string; language?: string; timeZone?: string },
    organisation: { id: string; kind: OrganisationKind },
    roles: readonly string[],
  ): Promise<Someone> {
    const personId = await this.get(MemberService).accept(
      publicActor('seed'),
      this.get(Secrets).invitationToken(invitation.invitationId),
      { ...who, password: demonstrationPassword },
      '127.0.0.1',
    );
    return {
      name: who.name,
      email: invitation.email,
      actor: actorOf(organisation, personId, roles),
    };
  }

  /** Invites a colleague, who comes in at once. */
  async bring(
    inviter: PersonActor,
    who: { name: string; email: string; language?: string; timeZone?: string },
    roles: string[],
  ): Promise<Someone> {
    const { email, ...person } = who;
    const { id } = await this.get(MemberService).invite(inviter, { email, roles });
    return this.accept(
      { invitationId: id, email },
      person,
      { id: inviter.organisationId, kind: inviter.kind },
      roles,
    );
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.worker.close();
  }
}

/** No commit of a load waits for the disk: what a crash would lose is made up again. */
function withoutWaiting(databaseUrl: string | undefined): string | undefined {
  if (!databaseUrl) {
    return undefined;
  }
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.toString();
}

/** As the guard makes an actor of a session. */
export function actorOf(
  organisation: { id: string; kind: OrganisationKind },
  personId: string,
  roles: readonly string[],
): PersonActor {
  return {
    kind: organisation.kind,
    organisationId: organisation.id,
    personId,
    apiKeyId: null,
    sessionId: null,
    permissions: permissionsOf(roles),
    requestId: 'seed',
  };
}

/** A file as the door reads one in. */
export function upload(
  name: string,
  mediaType: string,
  bytes: Buffer,
  fields: Record<string, string> = {},
): Upload {
  return { name, mediaType, bytes, fields };
}

/** `Marijke van der Linden` at `hearth-and-hall` -> `marijke@hearth-and-hall.example`. */
export function addressOf(name: string, domain: string): string {
  const first = (name.split(' ')[0] ?? name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return `${first}@${domain}.example`;
}
