export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema?: { type?: string; format?: string; enum?: unknown[]; anyOf?: { enum?: unknown[] }[] };
}

export interface Route {
  method: string;
  /** As in the OpenAPI document. */
  path: string;
  parameters: Parameter[];
  /** Answers as long as somebody listens. */
  endless: boolean;
}

interface Operation {
  parameters?: Parameter[];
  responses?: Record<string, { content?: Record<string, unknown> }>;
}

/** Every route of the running API's own document; those with fewer parameters first, since they tell what the others are asked with. */
export async function routesOf(url: string): Promise<Route[]> {
  const answer = await fetch(`${url}/v1/openapi.json`);
  const document = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(document.paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        parameters: operation.parameters ?? [],
        endless:
          operation.responses?.['200']?.content?.['text/event-stream'] !== undefined ||
          path.endsWith('/events'),
      })),
    )
    .sort((left, right) => left.path.split('{').length - right.path.split('{').length);
}

/** The route that a request was for, by name. */
export function nameOf(routes: readonly Route[], method: string, address: string): string {
  const path = new URL(address).pathname;
  const found = routes.find(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(
        path,
      ),
  );
  return `${method} ${found?.path ?? path}`;
}
