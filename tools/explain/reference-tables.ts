/** What stays small however many use Weftway: kept by administrators or by migrations. Every other table grows. */
export const referenceTables: ReadonlySet<string> = new Set([
  'clock',
  'craft',
  'criterion',
  'currency',
  'migration',
  'scheme',
]);

/** Statements whose work is to read everything, by what they begin with and why that is right. */
export const wholeOnPurpose: readonly { begins: string; why: string }[] = [
  {
    begins: 'select count(*)::int as cooperatives',
    why: 'the figures of the home page, counted at most once a minute by each api',
  },
];
