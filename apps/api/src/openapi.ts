import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '#platform';

const about = `Weftway connects retailers with cooperatives of artisans. Five doors, one audience each: \`/v1/buyer\`,
\`/v1/cooperative\`, \`/v1/compliance\`, \`/v1/admin\`, \`/v1/public\`, and \`/v1/account\` for what is a signed-in person's own.

- Sign in at \`POST /v1/public/sessions\`: the session is an httpOnly cookie, and every change carries the answer's \`csrfToken\` in
  \`X-CSRF-Token\`. Programs send an API key as \`Authorization: Bearer wk_…\` instead.
- Whoever has a second factor is refused there with \`second_factor_needed\`, whose \`signInToken\` and \`methods\` lead on. Weighty steps
  ask for a proof of the last minutes: 403 \`step_up_required\` names the \`methods\` and where to give it (\`proveAt\`); then repeat.
- Money and quantities are decimal text, never floats. Money is always beside its currency.
- Lists answer \`{ items, nextCursor }\`; ask again with \`?cursor=\`.
- Single resources carry an \`ETag\`; changes send it back as \`If-Match\` and get 412 when someone was faster.
- Creating POSTs take an \`Idempotency-Key\`.
- Refusals are RFC 9457 problem documents with a stable \`code\` and \`errors[]\` by JSON pointer.`;

type Schema = Record<string, unknown>;

/** OpenAPI 3.1 of the running application. */
export function openApiOf(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Weftway')
    .setDescription(about)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('weftway_session', { type: 'apiKey', in: 'cookie', name: 'weftway_session' }, 'cookie')
    .addApiKey({ type: 'http', scheme: 'bearer' } as never, 'api_key')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const { Problem: problem } = (document.components?.schemas ?? {}) as Record<string, Schema>;
  if (problem) {
    // RFC 9457 lets a refusal say more than every refusal does: `currentVersion`, `retryAfterSeconds`, `state`.
    problem.additionalProperties = true;
  }
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path as Record<string, { responses?: Schema }>)) {
      if (operation.responses) {
        operation.responses.default = {
          description: 'Refused',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
      }
    }
  }
  return withNullTypes(document) as OpenAPIObject;
}

/** `nullable` is a word of OpenAPI 3.0; since 3.1 null is a type. */
function withNullTypes(node: unknown): unknown {
  if (Array.isArray(node)) {
    return node.map(withNullTypes);
  }
  if (typeof node !== 'object' || node === null) {
    return node;
  }
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withNullTypes(value)]));
  const { nullable, ...schema } = copy;
  if (nullable !== true) {
    return typeof nullable === 'boolean' ? schema : copy;
  }
  if (typeof schema.type === 'string') {
    const listed = Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {};
    return { ...schema, type: [schema.type, 'null'], ...listed };
  }
  const { description, example, ...rest } = schema;
  const inner = Array.isArray(rest.allOf) && rest.allOf.length === 1 ? (rest.allOf[0] as unknown) : rest;
  return {
    ...(description !== undefined && { description }),
    ...(example !== undefined && { example }),
    anyOf: [inner, { type: 'null' }],
  };
}
