/** A ware as its cooperative shows it. */
export interface ProductFacts {
  name: string;
  description: string;
  craftCode: string;
  unitCode: string;
  price: string;
  currency: string;
  minimum: string;
  leadTimeDays: number;
  hsCode: string;
}

/** What a craft has room for in a month. */
export interface CapacityFacts {
  craftCode: string;
  pieces: number | null;
  hours: number | null;
}

/** An invented cooperative of a real place and a craft that is at home there. */
export interface CooperativeFacts {
  name: string;
  /** Of its mail addresses, below `.example`, which reaches nobody. */
  domain: string;
  country: string;
  place: string;
  region: string;
  street: string;
  languages: readonly string[];
  founded: number;
  makers: number;
  women: number;
  /** Its first member, who applied. */
  manager: string;
  /** A second member who helps with drafts and photos. */
  maker?: string;
  crafts: readonly CapacityFacts[];
  /** Codes of the schemes that it is or wants to be certified by. */
  schemes: readonly string[];
  story: string;
  products: readonly ProductFacts[];
}

/** What cooperatives of a country have in common. */
export interface CountryFacts {
  timeZone: string;
  currency: string;
  dialling: string;
}

/**
 * Capacities from words: `basketry 2600 pieces, natural_dyeing 320 hours`.
 */
export function crafts(words: string): CapacityFacts[] {
  return words.split(',').map((one) => {
    const [craftCode = '', amount = '', measure = ''] = one.trim().split(/\s+/);
    const value = Number(amount);
    if (!Number.isFinite(value) || !['pieces', 'hours'].includes(measure)) {
      throw new Error(`“${one}” is no capacity`);
    }
    return {
      craftCode,
      pieces: measure === 'pieces' ? value : null,
      hours: measure === 'hours' ? value : null,
    };
  });
}

/**
 * Products from a table, one a line: name | description | craft | unit | price | minimum | days | HS code. A price is an amount with
 * its currency, such as `8.40 EUR`.
 */
export function products(table: string): ProductFacts[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      const [name, description, craftCode, unitCode, money, minimum, days, hsCode] = cells;
      const [price, currency] = money?.split(' ') ?? [];
      if (
        !name ||
        !description ||
        !craftCode ||
        !unitCode ||
        !price ||
        !currency ||
        !minimum ||
        !days ||
        !hsCode
      ) {
        throw new Error(`“${row.trim()}” is no product`);
      }
      return {
        name,
        description,
        craftCode,
        unitCode,
        price,
        currency,
        minimum,
        leadTimeDays: Number(days),
        hsCode,
      };
    });
}
