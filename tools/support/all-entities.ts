import { complianceEntities } from '#compliance';
import { directoryEntities } from '#directory';
import { identityEntities } from '#identity';
import { notificationsEntities } from '#notifications';
import { orderingEntities } from '#ordering';
import { platformEntities } from '#platform';
import { quotingEntities } from '#quoting';
import { sourcingEntities } from '#sourcing';

/** Every table that TypeORM knows. */
export const allEntities = [
  ...platformEntities,
  ...identityEntities,
  ...complianceEntities,
  ...directoryEntities,
  ...sourcingEntities,
  ...quotingEntities,
  ...orderingEntities,
  ...notificationsEntities,
];
