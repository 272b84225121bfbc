import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#platform';
import { type ProfileClaims, profileIsConsistent } from './profile.rules.js';

const known = new Set(['basketry', 'pottery']);
const sound: ProfileClaims = {
  founded: 2009,
  makers: 42,
  makersWomen: 37,
  crafts: [
    { craftCode: 'basketry', piecesPerMonth: '4000' },
    { craftCode: 'pottery', piecesPerMonth: null, workHoursPerMonth: '0' },
  ],
};

function pointers(change: Partial<ProfileClaims>): string[] {
  try {
    profileIsConsistent({ ...sound, ...change }, 2026, known);
    return [];
  } catch (error) {
    return (error as DomainError).errors.map((one) => one.pointer);
  }
}

describe('a profile', () => {
  it('that is consistent is taken', () => {
    expect(pointers({})).toEqual([]);
    expect(pointers({ founded: null, crafts: [], makers: 0, makersWomen: 0 })).toEqual([]);
    expect(pointers({ makersWomen: 42, founded: 2026 })).toEqual([]);
  });

  it('has no more women than makers', () => {
    expect(pointers({ makersWomen: 43 })).toEqual(['/makersWomen']);
  });

  it('was not founded in the future', () => {
    expect(pointers({ founded: 2027 })).toEqual(['/founded']);
  });

  it('names each craft once, by its code, with its capacity, and every wrong place is told at once', () => {
    expect(
      pointers({
        makersWomen: 99,
        crafts: [
          { craftCode: 'basketry', piecesPerMonth: '1' },
          { craftCode: 'basketry', piecesPerMonth: '2' },
          { craftCode: 'alchemy', piecesPerMonth: '2' },
          { craftCode: 'pottery' },
        ],
      }),
    ).toEqual(['/makersWomen', '/crafts/1/craftCode', '/crafts/2/craftCode', '/crafts/3/piecesPerMonth']);
  });
});
