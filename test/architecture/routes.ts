import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { type Access, accessKey, freshProofKey, type Permission, permissionNames } from '#identity';

export interface Route {
  /** The module that collects its controller. */
  module: string;
  controller: string;
  method: string;
  /** `GET`, `POST` … */
  verb: string;
  path: string;
  access: Access | undefined;
  /** Whether it changes something, by its HTTP method. */
  changes: boolean;
  /** Whether it asks for a proof of now. */
  weighty: boolean;
}

/** Whoever uses one of these to change something proved a short while ago that it is them. */
const weightyPermissions: readonly Permission[] = [
  'awards.confirm',
  'awards.approve',
  'certificates.suspend',
];

/** Who goes through which door, and the module that collects its controllers. */
const doors: Record<string, string> = {
  'v1/public': 'PublicDoor',
  'v1/account': 'AccountDoor',
  'v1/buyer': 'BuyerDoor',
  'v1/cooperative': 'CooperativeDoor',
  'v1/compliance': 'ComplianceDoor',
  'v1/admin': 'AdminDoor',
};

/** For Prometheus, open as the public door is. */
const besideTheDoors = 'metrics';

/** Every path of every method of every controller that answers a route. */
export function routesOf(app: INestApplicationContext): Route[] {
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap((wrapper) =>
      typeof wrapper.metatype === 'function'
        ? routesOfController(module.metatype.name, wrapper.metatype as new () => object)
        : [],
    ),
  );
}

function routesOfController(module: string, type: new () => object): Route[] {
  const reflector = new Reflector();
  const prototype = type.prototype as Record<string, () => unknown>;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
    const handler = prototype[method];
    const verb = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
    if (!handler || verb === undefined) {
      return [];
    }
    const changes = Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET;
    const weighty = reflector.get<unknown>(freshProofKey, handler) !== undefined;
    const access = reflector.getAllAndOverride<Access | undefined>(accessKey, [handler, type]);
    return pathsOf(type).flatMap((base) =>
      pathsOf(handler).map((path) => ({
        module,
        controller: type.name,
        method,
        verb: RequestMethod[verb],
        path: `${base}/${path}`.replace(/\/+/g, '/').replace(/^\/|\/$/g, ''),
        access,
        changes,
        weighty,
      })),
    );
  });
}

/** Nest takes one path or several. */
function pathsOf(target: object): string[] {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(paths) ? paths : [paths ?? ''];
}

function doorOf(path: string): string | undefined {
  return Object.keys(doors).find((door) => path === door || path.startsWith(`${door}/`));
}

/** What the house rules say against these routes, in words; empty when they are kept. */
export function faultsOfRoutes(routes: readonly Route[]): string[] {
  return [...routes.flatMap(faultsOfRoute), ...faultsOfControllers(routes)];
}

function faultsOfRoute({ module, controller, method, path, access, changes, weighty }: Route): string[] {
  const name = `${controller}.${method}`;
  const door = doorOf(path);
  const open = access !== undefined && 'public' in access;
  return [
    ...(access ? [] : [`${name} does not declare who may call it`]),
    ...(access && 'permission' in access && !permissionNames.includes(access.permission)
      ? [`${name} asks for the permission ${access.permission}, which does not exist`]
      : []),
    ...(access &&
    'permission' in access &&
    weightyPermissions.includes(access.permission) &&
    changes &&
    !weighty
      ? [`${name} uses ${access.permission} without a proof of now`]
      : []),
    ...(door || path === besideTheDoors ? [] : [`${name} is behind no door: ${path}`]),
    ...(door && doors[door] !== module ? [`${name} is collected by ${module}, and its path is ${path}`] : []),
    ...(access && open !== (door === 'v1/public' || path === besideTheDoors)
      ? [`${name} is ${open ? 'open to all' : 'closed'} behind ${String(door)}`]
      : []),
  ];
}

function faultsOfControllers(routes: readonly Route[]): string[] {
  const served = new Map<string, Set<string>>();
  for (const { controller, path } of routes) {
    const door = path === besideTheDoors ? 'v1/public' : (doorOf(path) ?? path);
    served.set(controller, (served.get(controller) ?? new Set()).add(door));
  }
  return [...served]
    .filter(([, found]) => found.size > 1)
    .map(([controller, found]) => `${controller} serves ${[...found].sort().join(' and ')}`);
}
