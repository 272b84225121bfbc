import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** The part of JSON Schema that the api's document uses. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  anyOf?: Schema[];
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean;
}

interface Described {
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

/** A route, and what it says that it takes and answers. */
export interface Operation {
  name: string;
  method: string;
  pattern: string;
  /** `buyer reads`, `public changes` …: what is counted together. */
  group: string;
  open: boolean;
  permission: string | null;
  query: { name: string; required: boolean; schema: Schema }[];
  bodyType: string | null;
  body: Schema | null;
  responses: Described['responses'];
}

export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([pattern, methods]) =>
    Object.entries(methods).map(([method, told]): Operation => {
      const [bodyType, content] = Object.entries(told.requestBody?.content ?? {})[0] ?? [null, undefined];
      const door = pattern.split('/')[2] ?? '';
      return {
        name: `${method.toUpperCase()} ${pattern}`,
        method: method.toUpperCase(),
        pattern,
        group: `${door} ${method === 'get' ? 'reads' : 'changes'}`,
        open: (told.security ?? []).length === 0,
        permission: (told.security ?? []).flatMap((one) => one.api_key ?? [])[0] ?? null,
        query: (told.parameters ?? [])
          .filter((one) => one.in === 'query')
          .map((one) => ({ name: one.name, required: one.required ?? false, schema: one.schema ?? {} })),
        bodyType,
        body: content?.schema ?? null,
        responses: told.responses,
      };
    }),
  );
}

/** The schema itself, where another stands for it. */
export function resolved(document: OpenApi, schema: Schema): Schema {
  if (schema.$ref !== undefined) {
    const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (!found) {
      throw new Error(`The document refers to ${schema.$ref}, which it does not have`);
    }
    return resolved(document, found);
  }
  return schema.allOf?.length === 1 && schema.allOf[0] ? resolved(document, schema.allOf[0]) : schema;
}

/** The document with each shape closed: an answer may have nothing that it does not tell of. */
export function closed<Whole extends { components: { schemas: object } }>(whole: Whole): Whole {
  const copy = structuredClone(whole);
  for (const schema of Object.values(copy.components.schemas) as Schema[]) {
    if (schema.properties !== undefined && schema.additionalProperties === undefined) {
      schema.additionalProperties = false;
    }
  }
  return copy;
}

/** A validator that knows the document's schemas as `weftway`. */
export function validatorOf(document: { components: { schemas: object } }): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
  ajvFormats.default(ajv);
  ajv.addSchema({ ...closed(document), $id: 'weftway' });
  return ajv;
}

/** What is wrong with answers, by what the document says of them. */
export class Answers {
  private readonly ajv: Ajv2020;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.ajv = validatorOf(document);
  }

  /** In words; null when the answer is as the document says. */
  faultOf(operation: Operation, status: number, type: string, body: Buffer): string | null {
    if (status >= 500) {
      return `answered ${status}`;
    }
    const told =
      operation.responses[String(status)] ?? (status >= 400 ? operation.responses.default : undefined);
    if (!told) {
      return `answered ${status}, which it does not tell of`;
    }
    const media = type.split(';')[0]?.trim() ?? '';
    const types = Object.keys(told.content ?? {});
    if (types.length === 0) {
      return body.length === 0 ? null : `answered ${status} with a body, which it does not tell of`;
    }
    const match = types.find(
      (one) => one === media || (one.endsWith('/*') && media.startsWith(one.slice(0, -1))),
    );
    if (match === undefined) {
      return `answered ${status} as ${media || 'nothing'} in place of ${types.join(' or ')}`;
    }
    return media.includes('json') ? this.faultOfJson(operation, status, told, match, body) : null;
  }

  private faultOfJson(
    operation: Operation,
    status: number,
    told: Described['responses'][string],
    media: string,
    body: Buffer,
  ): string | null {
    let value: unknown;
    try {
      value = JSON.parse(body.toString('utf8'));
    } catch {
      return `answered ${status} with what is no JSON`;
    }
    const key = `${operation.name} ${told === operation.responses.default ? 'default' : status} ${media}`;
    const check = this.compiled.get(key) ?? this.compile(operation, told, media, status);
    this.compiled.set(key, check);
    return check(value)
      ? null
      : `answered ${status} outside its schema: ${this.ajv.errorsText(check.errors?.slice(0, 3), { dataVar: '' })}`;
  }

  private compile(
    operation: Operation,
    told: Described['responses'][string],
    media: string,
    status: number,
  ): ValidateFunction {
    const answer = told === operation.responses.default ? 'default' : String(status);
    const place = [
      'paths',
      operation.pattern,
      operation.method.toLowerCase(),
      'responses',
      answer,
      'content',
      media,
      'schema',
    ]
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    return this.ajv.compile({ $ref: `weftway#/${place}` });
  }
}
