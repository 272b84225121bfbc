import { describe, expect, it } from '@jest/globals';
import { likePatterns } from './product-search.rules.js';

describe('what is searched for', () => {
  it('is each word', () => {
    expect(likePatterns('  sisal   basket ')).toEqual(['%sisal%', '%basket%']);
    expect(likePatterns(undefined)).toEqual([]);
    expect(likePatterns('')).toEqual([]);
  });

  it('is never a wildcard', () => {
    expect(likePatterns('100%_\\')).toEqual(['%100\\%\\_\\\\%']);
  });

  it('is at most six words', () => {
    expect(likePatterns('a b c d e f g h')).toHaveLength(6);
  });
});
