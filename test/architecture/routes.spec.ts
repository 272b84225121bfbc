import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type Access, accessKey, permissionNames } from '#identity';
import { openTestContext, type TestContext } from '../support/context.js';

const doors = ['v1/public', 'v1/account', 'v1/buyer', 'v1/cooperative', 'v1/compliance', 'v1/admin'];

/** Every method of every controller that answers a route. */
function routes(context: TestContext): { name: string; path: string; access: Access | undefined }[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return [...context.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap((wrapper) => {
      const instance = wrapper.instance as object | undefined;
      const type = wrapper.metatype as (new () => object) | null;
      if (!instance || !type) {
        return [];
      }
      const base = String(Reflect.getMetadata(PATH_METADATA, type) ?? '');
      return scanner
        .getAllMethodNames(type.prototype as object)
        .map((name) => ({ name, handler: (type.prototype as Record<string, () => unknown>)[name] }))
        .filter(
          ({ handler }) =>
            handler !== undefined && Reflect.getMetadata(METHOD_METADATA, handler) !== undefined,
        )
        .map(({ name, handler }) => ({
          name: `${type.name}.${name}`,
          path: `${base}/${String(Reflect.getMetadata(PATH_METADATA, handler as object))}`
            .replace(/^\/+/, '')
            .replace(/\/+/g, '/'),
          access: reflector.getAllAndOverride<Access | undefined>(accessKey, [
            handler as () => unknown,
            type,
          ]),
        }));
    });
}

describe('routes', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await openTestContext();
  });
  afterAll(() => context.close());

  it('each declares who may call it', () => {
    const all = routes(context);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter((route) => !route.access).map((route) => route.name)).toEqual([]);
  });

  it('each names a permission that exists', () => {
    const asked = routes(context).flatMap((route) =>
      route.access && 'permission' in route.access ? [route.access.permission] : [],
    );
    expect(asked.filter((permission) => !permissionNames.includes(permission))).toEqual([]);
  });

  it('each stands behind one door, and only the public door is open', () => {
    for (const route of routes(context)) {
      const door = doors.find((one) => route.path.startsWith(one));
      const open = route.access !== undefined && 'public' in route.access;
      expect([route.name, door !== undefined || route.path === 'metrics']).toEqual([route.name, true]);
      expect([route.name, open]).toEqual([route.name, door === 'v1/public' || route.path === 'metrics']);
    }
  });
});
