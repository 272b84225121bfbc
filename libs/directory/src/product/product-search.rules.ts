const mostWords = 6;

/** What a search for words asks of the text: a LIKE pattern for each word, none of it read as a wildcard. */
export function likePatterns(search: string | undefined): string[] {
  return (search ?? '')
    .split(/\s+/)
    .filter((word) => word.length > 0)
    .slice(0, mostWords)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
