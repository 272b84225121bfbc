import type { Sending } from '../medium/identity/visitor.js';
import { multipart, type Victim } from './rightful/victim.js';
import type { Attacked } from './routes.js';

/** A stream has no end to wait for. */
export function isStream({ operation }: Attacked): boolean {
  return operation.responses['200']?.content?.['text/event-stream'] !== undefined;
}

export function pathOf({ pattern }: Attacked, { params }: Victim): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** Whether a call is about a record, so that it is one organisation's and no other's. */
export function namesSomething({ pattern }: Attacked, { body }: Victim): boolean {
  return pattern.includes('{') || JSON.stringify(body ?? '').includes('organisationId');
}

export function sendingOf({ version, body, form }: Victim): Sending {
  return {
    ...(version !== undefined && { ifMatch: `"v${version}"` }),
    ...(body !== undefined && { body }),
    ...(form !== undefined && multipart(form)),
  };
}
