export type RetailRole = 'requester' | 'approver' | 'finance' | 'owner';

/** Someone of a retailer, and what they may do there. */
export interface RetailPerson {
  name: string;
  roles: readonly [RetailRole, ...RetailRole[]];
}

/** An invented retailer. Its first person applied for it. */
export interface RetailerFacts {
  name: string;
  domain: string;
  country: string;
  street: string;
  city: string;
  postalCode: string;
  region?: string;
  phone: string;
  legalId: string;
  language: string;
  timeZone: string;
  currency: string;
  /** Above it requests and awards wait for an approver, in its currency; null for no limit. */
  approvalLimit: string | null;
  warehouse: { name: string; street: string; city: string; postalCode: string; country: string };
  paymentDays: number;
  people: readonly RetailPerson[];
}

/** The first six are the default: Europe, North America, Japan, Australia. */
export const retailers: readonly RetailerFacts[] = [
  {
    name: 'Hearth and Hall',
    domain: 'hearth-and-hall',
    country: 'NL',
    street: 'Wijnhaven 88',
    city: 'Rotterdam',
    postalCode: '3011 WP',
    phone: '+31 10 555 0142',
    legalId: 'KvK 90112233',
    language: 'en',
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    approvalLimit: '25000.00',
    warehouse: {
      name: 'Hearth and Hall warehouse',
      street: 'Maasvlakte 12',
      city: 'Rotterdam',
      postalCode: '3199 LC',
      country: 'NL',
    },
    paymentDays: 30,
    people: [
      { name: 'Marijke van der Linden', roles: ['owner'] },
      { name: 'Sanne Bakker', roles: ['requester'] },
      { name: 'Thijs Willemsen', roles: ['requester'] },
      { name: 'Joost de Graaf', roles: ['approver'] },
      { name: 'Fenna Postma', roles: ['finance'] },
    ],
  },
  {
    name: 'Prairie and Pine Home',
    domain: 'prairie-and-pine',
    country: 'US',
    street: '410 North Second Street',
    city: 'Minneapolis',
    postalCode: '55401',
    region: 'Minnesota',
    phone: '+1 612 555 0117',
    legalId: 'EIN 00-1234567',
    language: 'en',
    timeZone: 'America/Chicago',
    currency: 'USD',
    approvalLimit: '40000.00',
    warehouse: {
      name: 'Prairie and Pine distribution',
      street: '2200 Pilot Knob Road',
      city: 'Eagan',
      postalCode: '55122',
      country: 'US',
    },
    paymentDays: 45,
    people: [
      { name: 'Ellen Halvorsen', roles: ['owner'] },
      { name: 'Danielle Brooks', roles: ['requester'] },
      { name: 'Marcus Okafor', roles: ['requester'] },
      { name: 'Priscilla Nguyen', roles: ['approver', 'finance'] },
      { name: 'Tom Lindqvist', roles: ['finance'] },
    ],
  },
  {
    name: 'Kurashi Zakka Shoten',
    domain: 'kurashi-zakka',
    country: 'JP',
    street: '2-14-6 Kuramae, Taito-ku',
    city: 'Tokyo',
    postalCode: '111-0051',
    phone: '+81 3 5555 0186',
    legalId: 'T0 1234 5678 9012',
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    currency: 'JPY',
    approvalLimit: '3500000',
    warehouse: {
      name: 'Kurashi Zakka Funabashi centre',
      street: '3-5 Hinode',
      city: 'Funabashi',
      postalCode: '273-0015',
      country: 'JP',
    },
    paymentDays: 60,
    people: [
      { name: 'Haruka Minami', roles: ['owner'] },
      { name: 'Yui Taniguchi', roles: ['requester'] },
      { name: 'Kenta Morikawa', roles: ['approver'] },
      { name: 'Sayaka Ono', roles: ['finance'] },
    ],
  },
  {
    name: 'Banksia Street Stores',
    domain: 'banksia-street',
    country: 'AU',
    street: '61 Brunswick Street',
    city: 'Fitzroy',
    postalCode: '3065',
    region: 'Victoria',
    phone: '+61 3 5550 0173',
    legalId: 'ABN 00 123 456 789',
    language: 'en',
    timeZone: 'Australia/Melbourne',
    currency: 'AUD',
    approvalLimit: '30000.00',
    warehouse: {
      name: 'Banksia Street Laverton North',
      street: '8 Doherty Road',
      city: 'Laverton North',
      postalCode: '3026',
      country: 'AU',
    },
    paymentDays: 30,
    people: [
      { name: 'Rebecca Thorne', roles: ['owner', 'approver'] },
      { name: 'Callum Reid', roles: ['requester'] },
      { name: 'Mei-Ling Chau', roles: ['approver'] },
      { name: 'Oliver Papas', roles: ['finance'] },
    ],
  },
  {
    name: 'Loom and Larder',
    domain: 'loom-and-larder',
    country: 'GB',
    street: '19 Stokes Croft',
    city: 'Bristol',
    postalCode: 'BS1 3PY',
    phone: '+44 117 555 0164',
    legalId: 'Company no. 00987654',
    language: 'en',
    timeZone: 'Europe/London',
    currency: 'GBP',
    approvalLimit: '15000.00',
    warehouse: {
      name: 'Loom and Larder Avonmouth',
      street: 'Cabot Park, Unit 4',
      city: 'Bristol',
      postalCode: 'BS11 0YB',
      country: 'GB',
    },
    paymentDays: 30,
    people: [
      { name: 'Imogen Fairweather', roles: ['owner'] },
      { name: 'Sunil Parmar', roles: ['requester'] },
      { name: 'Bethan Rowlands', roles: ['approver'] },
      { name: 'Angus MacRae', roles: ['finance'] },
    ],
  },
  {
    name: 'Northern Woods Mercantile',
    domain: 'northern-woods',
    country: 'CA',
    street: '233 Rue Saint-Paul Ouest',
    city: 'Montréal',
    postalCode: 'H2Y 2A5',
    region: 'Québec',
    phone: '+1 514 555 0129',
    legalId: 'NEQ 1170 000 000',
    language: 'fr',
    timeZone: 'America/Toronto',
    currency: 'CAD',
    approvalLimit: null,
    warehouse: {
      name: 'Northern Woods Vaudreuil',
      street: '500 Rue Henry-Ford',
      city: 'Vaudreuil-Dorion',
      postalCode: 'J7V 1A1',
      country: 'CA',
    },
    paymentDays: 30,
    people: [
      { name: 'Geneviève Lacombe', roles: ['owner'] },
      { name: 'Étienne Gagnon', roles: ['requester'] },
      { name: 'Nadia Benali', roles: ['approver'] },
      { name: 'Harpreet Gill', roles: ['finance'] },
    ],
  },
  {
    name: 'Werkstoff Wohnen',
    domain: 'werkstoff-wohnen',
    country: 'DE',
    street: 'Lindenstraße 104',
    city: 'Leipzig',
    postalCode: '04229',
    phone: '+49 341 5550155',
    legalId: 'HRB 00321',
    language: 'de',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    approvalLimit: '20000.00',
    warehouse: {
      name: 'Werkstoff Wohnen Lager',
      street: 'Poststraße 7',
      city: 'Schkeuditz',
      postalCode: '04435',
      country: 'DE',
    },
    paymentDays: 30,
    people: [
      { name: 'Annegret Seidel', roles: ['owner'] },
      { name: 'Jonas Krüger', roles: ['requester'] },
      { name: 'Petra Hofmann', roles: ['approver'] },
      { name: 'Ines Vogt', roles: ['finance'] },
    ],
  },
  {
    name: 'Fjällgård Interiör',
    domain: 'fjallgard',
    country: 'SE',
    street: 'Haga Nygata 28',
    city: 'Göteborg',
    postalCode: '413 01',
    phone: '+46 31 555 01 38',
    legalId: '550000-1234',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
    currency: 'SEK',
    approvalLimit: '220000.00',
    warehouse: {
      name: 'Fjällgård lager',
      street: 'Importgatan 31',
      city: 'Hisings Backa',
      postalCode: '422 46',
      country: 'SE',
    },
    paymentDays: 30,
    people: [
      { name: 'Maja Sundström', roles: ['owner'] },
      { name: 'Elias Bergman', roles: ['requester'] },
      { name: 'Karin Åkesson', roles: ['approver'] },
      { name: 'Lina Holm', roles: ['finance'] },
    ],
  },
];
