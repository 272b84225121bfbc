import { ListOf, Text, WholeNumber } from '#platform';

/** How many of one retailer's affairs rely on a certificate now. */
export class TouchedRetailer {
  @Text({ max: 200, example: 'Hearth and Hall' })
  retailer!: string;

  @WholeNumber({
    min: 0,
    max: 1_000_000,
    description: 'Open requests that ask for it and that the cooperative has not quoted on yet',
  })
  invitations!: number;

  @WholeNumber({ min: 0, max: 1_000_000, description: 'Undecided requests that it has a standing quote on' })
  quotes!: number;

  @WholeNumber({ min: 0, max: 1_000_000, description: 'Awards in preparation that give it a line' })
  awards!: number;

  @WholeNumber({
    min: 0,
    max: 1_000_000,
    description: 'Running orders that were given on the strength of it',
  })
  orders!: number;
}

/** What a suspension or withdrawal would touch at this moment. */
export class Consequences {
  @Text({
    max: 100,
    nullable: true,
    description:
      'Another certificate of the same scheme that stays valid, so that nothing undecided is touched',
  })
  replacedBy!: string | null;

  @ListOf(() => TouchedRetailer, { max: 10_000, description: 'By name' })
  retailers!: TouchedRetailer[];
}
