import { errors, type FieldError } from '#platform';

/** What is said of a craft and how much of it can be made in a month. */
export interface Capacity {
  craftCode: string;
  piecesPerMonth?: string | null;
  workHoursPerMonth?: string | null;
}

/** What a profile says that could contradict itself. */
export interface ProfileClaims {
  founded?: number | null;
  makers: number;
  makersWomen: number;
  crafts: readonly Capacity[];
}

/** Refuses a profile that contradicts itself, with every place at once. */
export function profileIsConsistent(
  profile: ProfileClaims,
  year: number,
  knownCrafts: ReadonlySet<string>,
): void {
  const wrong = [
    ...womenAreAmongMakers(profile),
    ...foundingIsPast(profile, year),
    ...craftsAreKnownOnceAndMeasured(profile.crafts, knownCrafts),
  ];
  if (wrong.length > 0) {
    throw errors.invalid_input({ errors: wrong });
  }
}

function womenAreAmongMakers(profile: ProfileClaims): FieldError[] {
  return profile.makersWomen <= profile.makers
    ? []
    : [
        {
          pointer: '/makersWomen',
          code: 'women_among_makers',
          detail: `There are ${profile.makers} makers in all, so no more of them can be women.`,
        },
      ];
}

function foundingIsPast(profile: ProfileClaims, year: number): FieldError[] {
  return profile.founded === null || profile.founded === undefined || profile.founded <= year
    ? []
    : [{ pointer: '/founded', code: 'in_future', detail: `This is the year ${year}.` }];
}

function craftsAreKnownOnceAndMeasured(
  crafts: readonly Capacity[],
  known: ReadonlySet<string>,
): FieldError[] {
  return crafts.flatMap((craft, index): FieldError[] => {
    const pointer = `/crafts/${index}`;
    if (!known.has(craft.craftCode)) {
      return [
        {
          pointer: `${pointer}/craftCode`,
          code: 'craft_unknown',
          detail: 'Choose one of the crafts listed.',
        },
      ];
    }
    if (crafts.findIndex((other) => other.craftCode === craft.craftCode) < index) {
      return [
        {
          pointer: `${pointer}/craftCode`,
          code: 'craft_twice',
          detail: 'This craft is listed above already.',
        },
      ];
    }
    if ((craft.piecesPerMonth ?? null) === null && (craft.workHoursPerMonth ?? null) === null) {
      return [
        {
          pointer: `${pointer}/piecesPerMonth`,
          code: 'capacity_missing',
          detail: 'Say how many pieces, or how many hours of work, a month has room for.',
        },
      ];
    }
    return [];
  });
}
