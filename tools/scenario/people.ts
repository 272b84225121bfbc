import type { HttpClient } from './http-client.js';
import { Reception, type World } from './reception.js';

export interface Cooperative {
  id: string;
  name: string;
  manager: HttpClient;
  certified: boolean;
}

export interface People {
  reception: Reception;
  administrator: HttpClient;
  buyer: HttpClient;
  approver: HttpClient;
  officer: HttpClient;
  lead: HttpClient;
  assuranceId: string;
  retailerId: string;
  cooperatives: Cooperative[];
}

/** Names, countries and currencies of the walk; the last cooperative stays without a certificate. */
const cooperatives = [
  { name: 'Machakos Basket Weavers', country: 'KE', city: 'Machakos', currency: 'KES', certified: true },
  { name: 'Gahaya Links Peace Baskets', country: 'RW', city: 'Kigali', currency: 'USD', certified: true },
  { name: 'Kutch Hand Block Collective', country: 'IN', city: 'Bhuj', currency: 'INR', certified: true },
  { name: 'Tejedoras del Lago', country: 'GT', city: 'Santiago Atitlán', currency: 'EUR', certified: true },
  { name: 'Riverside Clay Makers', country: 'GH', city: 'Tamale', currency: 'EUR', certified: false },
] as const;

/** Rates against the euro that the walk needs, entered as an administrator would. */
const rates = [
  { currency: 'KES', perEuro: '151.20' },
  { currency: 'USD', perEuro: '1.1684' },
  { currency: 'INR', perEuro: '109.047' },
];

/** Brings everyone in by the front door. */
export async function gatherPeople(world: World): Promise<People> {
  const reception = new Reception(world);
  await reception.open();
  const { administrator } = reception;
  const today = new Date().toISOString().slice(0, 10);
  for (const rate of rates) {
    await administrator.put('/v1/admin/exchange-rates', {
      ...rate,
      day: today,
      source: 'entered for the scenario',
    });
  }

  const retailer = await reception.admit('retailer', {
    name: 'Hearth and Hall',
    country: 'NL',
    city: 'Rotterdam',
    currency: 'EUR',
  });
  const owner = await reception.accept(retailer.email, 'Ingrid Visser');
  for (const [email, role] of [
    ['buyer@hearth.example.org', 'requester'],
    ['approver@hearth.example.org', 'approver'],
  ] as const) {
    await owner.post('/v1/account/invitations', { email, roles: [role] });
  }
  const own = await owner.get<Record<string, unknown>>('/v1/account/organisation');
  await owner.put(
    '/v1/account/organisation',
    {
      name: 'Hearth and Hall',
      country: 'NL',
      city: 'Rotterdam',
      street: 'Wijnhaven 3',
      postalCode: '3011 WG',
      legalId: 'NL0000001',
      contactName: 'Ingrid Visser',
      email: retailer.email,
      currency: 'EUR',
      approvalLimit: '1000.00',
      timeZone: 'Europe/Amsterdam',
    },
    { ifMatch: own.etag },
  );
  const buyer = await reception.accept('buyer@hearth.example.org', 'Joost de Wit');
  const approver = await reception.accept('approver@hearth.example.org', 'Maaike Bos');

  const assurance = await reception.admit('assurance', {
    name: 'Fair Craft Assurance',
    country: 'DE',
    city: 'Bonn',
    currency: 'EUR',
  });
  const lead = await reception.accept(assurance.email, 'Ruth Okafor');
  await lead.post('/v1/account/invitations', { email: 'officer@assurance.example.org', roles: ['officer'] });
  const officer = await reception.accept('officer@assurance.example.org', 'Tomás Herrera');

  const gathered: Cooperative[] = [];
  for (const { certified, ...details } of cooperatives) {
    const { id, email } = await reception.admit('cooperative', details);
    const manager = await reception.accept(email, `Manager of ${details.name}`);
    await manager.put('/v1/cooperative/profile', {
      place: details.city,
      founded: 2009,
      makers: 42,
      makersWomen: 37,
      languages: ['en'],
      published: true,
      story: `${details.name} is owned by its makers.`,
      crafts: [{ craftCode: 'basketry', piecesPerMonth: '4000' }],
    });
    gathered.push({ id, name: details.name, manager, certified });
  }
  return {
    reception,
    administrator,
    buyer,
    approver,
    officer,
    lead,
    assuranceId: assurance.id,
    retailerId: retailer.id,
    cooperatives: gathered,
  };
}
