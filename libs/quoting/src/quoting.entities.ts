import { AwardAllocation } from './award/award-allocation.entity.js';
import { Award } from './award/award.entity.js';
import { QuoteLine } from './quote/quote-line.entity.js';
import { QuotePriceBreak } from './quote/quote-price-break.entity.js';
import { QuoteRevision } from './quote/quote-revision.entity.js';
import { Quote } from './quote/quote.entity.js';

/** The tables of this context, as TypeORM knows them. */
export const quotingEntities = [Quote, QuoteRevision, QuoteLine, QuotePriceBreak, Award, AwardAllocation];
