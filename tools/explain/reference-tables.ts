/** What stays small however many use Weftway: kept by administrators or by migrations. Every other table grows. */
export const referenceTables: ReadonlySet<string> = new Set([
  'clock',
  'craft',
  'criterion',
  'currency',
  'migration',
  'scheme',
]);
