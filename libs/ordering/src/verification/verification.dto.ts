import { Day, Flag, OneOf, Text, WholeNumber } from '#platform';
import { type DocumentKind, documentKinds } from '../purchase-order/purchase-order.dto.js';
import { type Standing, standings } from '../purchase-order/purchase-order.rules.js';

/** What anyone may know of a paper: whether it is genuine and stands, and between whom. No price. */
export class Verification {
  @OneOf(['genuine', 'unknown'], { description: 'Unknown: this portal never issued it, or it was altered' })
  verdict!: 'genuine' | 'unknown';

  @Flag({ description: 'Whether it is the newest revision of an order that stands' })
  current!: boolean;

  @OneOf([...standings, 'unknown'])
  status!: Standing | 'unknown';

  @Text({ max: 40, nullable: true, example: 'PO-2026-000045' })
  reference!: string | null;

  @WholeNumber({ min: 1, max: 10_000, nullable: true, description: 'Of the paper that was shown' })
  revision!: number | null;

  @OneOf(documentKinds, { nullable: true, description: 'Which document a file is; null for a code' })
  document!: DocumentKind | null;

  @Day({ nullable: true })
  issuedOn!: string | null;

  @Text({ max: 200, nullable: true })
  buyer!: string | null;

  @Text({ max: 200, nullable: true })
  cooperative!: string | null;
}
