import { CreatePlatform1764000000000 } from './1764000000000-create-platform.js';
import { CreateIdentity1764000100000 } from './1764000100000-create-identity.js';
import { CreateCompliance1764000200000 } from './1764000200000-create-compliance.js';
import { CreateDirectory1764000300000 } from './1764000300000-create-directory.js';
import { CreateSourcing1764000400000 } from './1764000400000-create-sourcing.js';
import { CreateQuoting1764000500000 } from './1764000500000-create-quoting.js';
import { CreateOrdering1764000600000 } from './1764000600000-create-ordering.js';
import { CreateNotifications1764000700000 } from './1764000700000-create-notifications.js';
import { SeedSchemes1764000800000 } from './1764000800000-seed-schemes.js';
import { SeedCrafts1764000900000 } from './1764000900000-seed-crafts.js';
import { AnnounceChanges1764001000000 } from './1764001000000-announce-changes.js';
import { TakeFindingsBack1764003000000 } from './1764003000000-take-findings-back.js';
import { IndexGrowingLists1764003000100 } from './1764003000100-index-growing-lists.js';
import { TellConsequences1764003000200 } from './1764003000200-tell-consequences.js';
import { SearchTheAuditLog1764003000300 } from './1764003000300-search-the-audit-log.js';
import { WriteAnswers1764004000000 } from './1764004000000-write-answers.js';
import { TraceTheOutbox1764004300000 } from './1764004300000-trace-the-outbox.js';
import { AddSecondFactors1764004100000 } from './1764004100000-add-second-factors.js';
import { FindPapersAndKeys1764004200000 } from './1764004200000-find-papers-and-keys.js';
import { ListProductsByCraft1764004500000 } from './1764004500000-list-products-by-craft.js';

/** Every migration, oldest first. */
export const migrations = [
  CreatePlatform1764000000000,
  CreateIdentity1764000100000,
  CreateCompliance1764000200000,
  CreateDirectory1764000300000,
  CreateSourcing1764000400000,
  CreateQuoting1764000500000,
  CreateOrdering1764000600000,
  CreateNotifications1764000700000,
  SeedSchemes1764000800000,
  SeedCrafts1764000900000,
  AnnounceChanges1764001000000,
  TakeFindingsBack1764003000000,
  IndexGrowingLists1764003000100,
  TellConsequences1764003000200,
  SearchTheAuditLog1764003000300,
  WriteAnswers1764004000000,
  TraceTheOutbox1764004300000,
  AddSecondFactors1764004100000,
  FindPapersAndKeys1764004200000,
  ListProductsByCraft1764004500000,
];
