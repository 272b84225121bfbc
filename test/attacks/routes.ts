import { permissions, type Permission } from '#identity';
import { routesOf } from '../architecture/routes.js';
import { type Document, type Operation, readDocument } from '../medium/platform/openapi-document.js';
import { kindOfRole, type Role, roles, type World } from './world.js';

/** A route of the running api, and which roles it declares to be for. */
export interface Attacked {
  name: string;
  method: string;
  pattern: string;
  operation: Operation;
  /** null: anyone, without signing in. */
  roles: readonly Role[] | null;
  permission: Permission | null;
}

const kindOfDoor: Readonly<Record<string, string>> = {
  buyer: 'retailer',
  cooperative: 'cooperative',
  compliance: 'assurance',
  admin: 'platform',
};

/**
 * Every route, from the document that the running api shows and from what its controllers declare. One that is in only one of them
 * is told as a fault: it would be attacked by nobody.
 */
export async function attackedRoutes(
  world: World,
): Promise<{ routes: Attacked[]; document: Document; faults: string[] }> {
  const { document } = await readDocument(world.context);
  const declared = new Map(
    routesOf(world.context.app)
      .filter((route) => route.path.startsWith('v1/'))
      .map((route) => [`${route.verb} /${route.path.replaceAll(/:(\w+)/g, '{$1}')}`, route.access]),
  );
  const routes = Object.entries(document.paths).flatMap(([pattern, operations]) =>
    Object.entries(operations).map(([method, operation]): Attacked => {
      const name = `${method.toUpperCase()} ${pattern}`;
      const access = declared.get(name);
      const permission = access && 'permission' in access ? access.permission : null;
      const kind = kindOfDoor[pattern.split('/')[2] ?? ''];
      const may = permission === null ? roles : (permissions[permission] as readonly Role[]);
      return {
        name,
        method: method.toUpperCase(),
        pattern,
        operation,
        roles:
          access && 'public' in access
            ? null
            : may.filter((role) => kind === undefined || kindOfRole[role] === kind),
        permission,
      };
    }),
  );
  const shown = new Set(routes.map((route) => route.name));
  return {
    routes,
    document,
    faults: [
      ...[...declared.keys()]
        .filter((name) => !shown.has(name))
        .map((name) => `${name} is not in the OpenAPI document`),
      ...[...shown]
        .filter((name) => !declared.has(name))
        .map((name) => `${name} is declared by no controller`),
    ],
  };
}
