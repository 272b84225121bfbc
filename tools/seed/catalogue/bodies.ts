/** An invented assurance body. Its first person is a lead and applied for it. */
export interface BodyFacts {
  name: string;
  domain: string;
  country: string;
  street: string;
  city: string;
  postalCode: string;
  timeZone: string;
  currency: string;
  leads: readonly [string, ...string[]];
  officers: readonly [string, string, ...string[]];
}

export const bodies: readonly BodyFacts[] = [
  {
    name: 'Fairground Assurance',
    domain: 'fairground-assurance',
    country: 'KE',
    street: 'Lenana Road 52, Kilimani',
    city: 'Nairobi',
    postalCode: '00100',
    timeZone: 'Africa/Nairobi',
    currency: 'KES',
    leads: ['Mercy Odhiambo', 'Johan Lindgren'],
    officers: ['Tesfaye Alemu', 'Wambui Karanja', 'Abena Owusu'],
  },
  {
    name: 'Sahaj Craft Verification',
    domain: 'sahaj-verification',
    country: 'IN',
    street: '14 Palace Road, Vasanth Nagar',
    city: 'Bengaluru',
    postalCode: '560052',
    timeZone: 'Asia/Kolkata',
    currency: 'INR',
    leads: ['Anjali Deshpande', 'Rafael Quintana'],
    officers: ['Vikram Nair', 'Thuy Linh Pham', 'Carmen Ajú'],
  },
];

/** Who runs the platform of the demonstration. The first is made by bootstrapping, the second is invited. */
export const administrators = ['Hanna Brandsma', 'Luis Ferreira'] as const;

/** Applied and still waiting, or refused, so that the administrator's queue shows each. */
export const applicants = [
  {
    kind: 'cooperative',
    name: 'Tharaka Honey and Gourd Carvers',
    domain: 'tharaka-gourds',
    country: 'KE',
    city: 'Marimanti',
    currency: 'KES',
    contactName: 'Purity Kageni',
    daysAgo: 3,
    refusedFor: null,
  },
  {
    kind: 'retailer',
    name: 'Casa Lume',
    domain: 'casa-lume',
    country: 'PT',
    city: 'Porto',
    currency: 'EUR',
    contactName: 'Inês Carvalho',
    daysAgo: 1,
    refusedFor: null,
  },
  {
    kind: 'retailer',
    name: 'Bargain Bazaar Wholesale',
    domain: 'bargain-bazaar',
    country: 'GB',
    city: 'Luton',
    currency: 'GBP',
    contactName: 'Gary Stubbs',
    daysAgo: 40,
    refusedFor: 'No registration number and no address at which the company could be reached.',
  },
] as const;
