import type { Ajv2020 } from 'ajv/dist/2020.js';
import { validatorOf } from '../../../tools/fuzz/document.js';
import type { TestContext } from '../../support/context.js';
import { Visitor } from '../identity/visitor.js';

export interface Operation {
  operationId?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content: Record<string, { schema?: object }> };
  responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
}
export interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }>; securitySchemes: object };
}

/** The document that the running api shows, and a validator that knows its schemas as `weftway`. */
export async function readDocument(context: TestContext): Promise<{ document: Document; ajv: Ajv2020 }> {
  const { body: document } = await new Visitor(context.app).send<Document>('GET', '/v1/openapi.json');
  return { document, ajv: validatorOf(document) };
}
