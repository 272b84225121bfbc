import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { Settings } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { openApiOf } from '../../apps/api/src/openapi.js';

/**
 * Writes the types of the portal's client from the api's OpenAPI document. Nest's preview knows every route without making a
 * service, so neither database nor queue is needed.
 */
const settings = new Settings({ DATABASE_URL: 'postgres://none@127.0.0.1:1/none' }, 'openapi');
const app = await NestFactory.create(ApiModule.for(settings), new FastifyAdapter(), {
  preview: true,
  logger: ['error'],
});
const types = await openapiTS(openApiOf(app) as unknown as OpenAPI3);
await writeFile(
  'apps/web/src/api/schema.d.ts',
  `/** Generated from the OpenAPI document by tools/web/openapi.ts. */\n${astToString(types)}`,
);
process.exit(0);
