import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Settings } from '#platform';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { openApiOf } from '../../apps/api/src/openapi.js';

/**
 * The api's OpenAPI document. Nest's preview knows every route without making a service, so neither database nor queue is needed.
 */
export async function openApiDocument(): Promise<OpenAPIObject> {
  const settings = new Settings({ DATABASE_URL: 'postgres://none@127.0.0.1:1/none' }, 'openapi');
  const app = await NestFactory.create(ApiModule.for(settings), new FastifyAdapter(), {
    preview: true,
    logger: ['error'],
  });
  return openApiOf(app);
}
