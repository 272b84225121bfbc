import { RequestInvitation } from './invitation/request-invitation.entity.js';
import { RequestLine } from './request/request-line.entity.js';
import { RequestRequirement } from './request/request-requirement.entity.js';
import { RequestRevision } from './request/request-revision.entity.js';
import { Request } from './request/request.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const sourcingEntities = [
  Request,
  RequestLine,
  RequestRequirement,
  RequestRevision,
  RequestInvitation,
];
