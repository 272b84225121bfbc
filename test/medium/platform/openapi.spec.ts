import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { permissionNames } from '#identity';
import { openTestContext, type TestContext } from '../../support/context.js';
import { type Document, type Operation, readDocument } from './openapi-document.js';

/** Names that two contexts share for one and the same shape. */
const alike: Readonly<Record<string, string>> = {
  Reason: 'one field, `reason`, of the same length',
};

describe('the OpenAPI document', () => {
  let context: TestContext;
  let document: Document;
  let ajv: Ajv2020;
  let operations: { name: string; path: string; method: string; operation: Operation }[];
  beforeAll(async () => {
    context = await openTestContext();
    ({ document, ajv } = await readDocument(context));
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method} ${path}`,
        path,
        method,
        operation,
      })),
    );
  });
  afterAll(() => context.close());

  /** Every node of a tree with where it stands. */
  function* nodes(node: unknown, at = ''): Generator<[string, Record<string, unknown>]> {
    if (typeof node === 'object' && node !== null) {
      yield [at, node as Record<string, unknown>];
      for (const [key, value] of Object.entries(node)) {
        yield* nodes(value, `${at}/${key}`);
      }
    }
  }
  const success = (
    operation: Operation,
  ): [string, { content?: Record<string, { schema?: object }> }] | undefined =>
    Object.entries(operation.responses).find(([status]) => status.startsWith('2'));

  it('is of 3.1, and each of its schemas one of JSON Schema 2020-12', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Weftway', version: '1' });
    const wrong: unknown[] = [];
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (!ajv.validateSchema(schema)) {
        wrong.push([name, ajv.errors]);
      }
    }
    for (const { name, operation } of operations) {
      for (const [at, node] of nodes(operation)) {
        if (at.endsWith('/schema') && !ajv.validateSchema(node)) {
          wrong.push([name, at, ajv.errors]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(document.components.schemas).length).toBeGreaterThan(80);
  });

  it('refers to nothing that is not there, and uses no word of 3.0', () => {
    const wrong: string[] = [];
    for (const [at, node] of nodes(document)) {
      if (typeof node.$ref === 'string') {
        const found = node.$ref
          .replace(/^#\//, '')
          .split('/')
          .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
        if (found === undefined) {
          wrong.push(`${at}: ${node.$ref}`);
        }
      }
      if (typeof node.nullable === 'boolean') {
        wrong.push(`${at}: nullable`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives no two shapes the same name, since the one would be told in place of the other', async () => {
    const places = new Map<string, string[]>();
    for (const name of await readdir('libs', { recursive: true })) {
      if (name.endsWith('.dto.ts')) {
        const source = await readFile(path.join('libs', name), 'utf8');
        for (const [, shape = ''] of source.matchAll(/^export class (\w+)/gm)) {
          places.set(shape, [...(places.get(shape) ?? []), name]);
        }
      }
    }
    const twice = [...places].filter(
      ([shape, files]) => files.length > 1 && shape in document.components.schemas,
    );
    expect(twice.filter(([shape]) => !(shape in alike))).toEqual([]);
    expect(places.size).toBeGreaterThan(80);
  });

  it('names each operation once, under a tag', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
    expect(operations.filter(({ operation }) => !operation.tags?.length).map(({ name }) => name)).toEqual([]);
  });

  it('declares who may call each operation', () => {
    const wrong: string[] = [];
    for (const { name, path, operation } of operations) {
      const schemes = operation.security ?? [];
      const permissions = schemes.flatMap((one) => one.api_key ?? []);
      const open = path.startsWith('/v1/public/');
      const right = open
        ? schemes.length === 0
        : schemes.some((one) => 'cookie' in one) &&
          permissions.every((one) => (permissionNames as string[]).includes(one));
      if (!right || (!open && permissions.length === 0 && !path.startsWith('/v1/account/'))) {
        wrong.push(`${name}: ${JSON.stringify(schemes)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['api_key', 'cookie']);
  });

  it('types the answer of each operation, and its refusals as problems', () => {
    const untyped: string[] = [];
    for (const { name, operation } of operations) {
      const [status, answer] = success(operation) ?? ['none', {}];
      // A file is told by its media type.
      const typed = Object.entries(answer.content ?? {}).some(
        ([type, content]) => content.schema !== undefined || type !== 'application/json',
      );
      if (status !== '204' && !typed) {
        untyped.push(`${name} answers ${status}`);
      }
      expect(operation.responses.default?.content).toHaveProperty([
        'application/problem+json',
        'schema',
        '$ref',
      ]);
    }
    expect(untyped).toEqual([]);
  });

  it('types each parameter of a path, and each body', () => {
    const wrong: string[] = [];
    for (const { name, path, operation } of operations) {
      const asked = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
      const told = (operation.parameters ?? []).filter(
        (one) => one.in === 'path' && one.required && one.schema,
      );
      if (
        asked.sort().join() !==
        told
          .map((one) => one.name)
          .sort()
          .join()
      ) {
        wrong.push(`${name}: ${asked.join()}`);
      }
      for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
        if (!schema) {
          wrong.push(`${name}: ${type}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gives examples that its own schemas accept', () => {
    const wrong: string[] = [];
    for (const [name, { properties }] of Object.entries(document.components.schemas)) {
      for (const [property, schema] of Object.entries(properties ?? {})) {
        const { example } = schema as { example?: unknown };
        const check = ajv.compile({ $ref: `weftway#/components/schemas/${name}/properties/${property}` });
        if (example !== undefined && !check(example)) {
          wrong.push(`${name}.${property}: ${JSON.stringify(example)} ${ajv.errorsText(check.errors)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
