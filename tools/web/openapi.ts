import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from './document.js';

/** Writes the types of the portal's client from the api's OpenAPI document. */
const types = await openapiTS((await openApiDocument()) as unknown as OpenAPI3);
await writeFile(
  'apps/web/src/api/schema.d.ts',
  `/** Generated from the OpenAPI document by tools/web/openapi.ts. */\n${astToString(types)}`,
);
process.exit(0);
