import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { v7 as uuidv7 } from 'uuid';
import { MemberService, Secrets } from '#identity';
import { Database, Settings, systemActor, type Tx } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';

/**
 * Makes the platform's own organisation where there is none, and invites its first administrator; everyone else comes in by
 * application and admission.
 */
export async function foundPlatform(
  tx: Tx,
  members: MemberService,
  email: string,
): Promise<{ organisationId: string; invitationId: string }> {
  const existing = await tx.maybeOne<{ id: string }>(
    `select id from organisation where kind = 'platform' limit 1`,
  );
  const organisationId = existing?.id ?? uuidv7();
  if (!existing) {
    await tx.execute(
      `insert into organisation (id, kind, state, name, country, email, currency, decided_at)
       values ($1, 'platform', 'admitted', 'Weftway', 'NL', $2, 'EUR', weftway_now())`,
      [organisationId, email],
    );
    tx.record({
      action: 'organisation.founded',
      subjectType: 'organisation',
      subjectId: organisationId,
      organisationId,
      to: 'admitted',
    });
  }
  const invitation = await members.inviteTo(tx, organisationId, { email, roles: ['administrator'] });
  return { organisationId, invitationId: invitation.id };
}

/**
 * Founds the platform by its services alone.
 * @param env the settings of the instance, as api and worker have them
 * @returns the token of the invitation's link, `PUBLIC_URL/invitation/<token>`
 */
export async function bootstrapPlatform(
  env: Readonly<Record<string, string | undefined>>,
  email: string,
): Promise<string> {
  const settings = new Settings(env, 'bootstrap');
  const app = await NestFactory.createApplicationContext(ApiModule.for(settings), { logger: ['error'] });
  try {
    const members = app.get(MemberService, { strict: false });
    const { invitationId } = await app
      .get(Database)
      .inTransaction(systemActor('bootstrap'), (tx) => foundPlatform(tx, members, email));
    return app.get(Secrets, { strict: false }).invitationToken(invitationId);
  } finally {
    await app.close();
  }
}
