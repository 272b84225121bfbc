import { v5 as uuidv5 } from 'uuid';

/** Facts of one scheme: names, numbers and short titles. Requirements themselves belong to the scheme's owner. */
export interface SchemeFacts {
  code: string;
  name: string;
  ownerName: string;
  kind: 'certificate' | 'membership' | 'audit' | 'conventions';
  edition: string;
  source: string;
  monthsValid: number;
  criteria: readonly (readonly [code: string, title: string])[];
}

const namespace = '6f0d6a0e-7c0b-5f7e-9a56-2b8f6d1c4e30';

/** The same id on every installation. */
export function schemeIdOf(code: string): string {
  return uuidv5(`scheme:${code}`, namespace);
}

const generalKnowledge = 'names and owner only, from general knowledge';
const currentAlone = [['1', 'Certificate of the scheme’s owner is current']] as const;
/** Where the scheme's owner publishes no term, a certificate here is looked at again after a year. */
const aYear = 12;

/** Read from the sources named, on 2026-11-23. Terms are the owners' where widely known, a year otherwise. */
export const schemeFacts: readonly SchemeFacts[] = [
  {
    code: 'WFTO-GUARANTEED',
    name: 'WFTO Guaranteed Fair Trade Enterprise',
    ownerName: 'World Fair Trade Organization',
    kind: 'certificate',
    edition: 'Ten Principles of Fair Trade, titles as widely published (2011-2017 wording)',
    source: 'https://fairtradeforumindia.wordpress.com/2015/02/12/principles-of-fair-trade/',
    monthsValid: aYear,
    criteria: [
      ['1', 'Creating Opportunities for Economically Disadvantaged Producers'],
      ['2', 'Transparency and Accountability'],
      ['3', 'Fair Trading Practices'],
      ['4', 'Payment of a Fair Price'],
      ['5', 'Ensuring no Child Labour and Forced Labour'],
      ['6', 'Commitment to Non Discrimination, Gender Equity and Freedom of Association'],
      ['7', 'Ensuring Good Working Conditions'],
      ['8', 'Providing Capacity Building'],
      ['9', 'Promoting Fair Trade'],
      ['10', 'Respect for the Environment'],
    ],
  },
  {
    code: 'SA8000',
    name: 'SA8000 certification',
    ownerName: 'Social Accountability International',
    kind: 'certificate',
    edition: '2014',
    source: 'https://csridentity.com/sa8000.asp',
    monthsValid: 36,
    criteria: [
      ['1', 'Child Labour'],
      ['2', 'Forced or Compulsory Labour'],
      ['3', 'Health and Safety'],
      ['4', 'Freedom of Association and Right to Collective Bargaining'],
      ['5', 'Discrimination'],
      ['6', 'Disciplinary Practices'],
      ['7', 'Working Hours'],
      ['8', 'Remuneration'],
      ['9', 'Management System'],
    ],
  },
  {
    code: 'NEST-SEAL',
    name: 'Nest Seal of Ethical Handcraft',
    ownerName: 'Nest',
    kind: 'certificate',
    edition: 'Code of conduct categories, 2017 page',
    source: 'http://www.buildanest.org/brandsforchange/develop-your-artisan-or-homeworker-suppliers/',
    monthsValid: aYear,
    criteria: [
      ['1', 'Artisan Rights and Wellbeing'],
      ['2', 'Transparent Records and Legal Compliance'],
      ['3', 'Child Advocacy and Protection'],
      ['4', 'Fair Compensation and Benefits'],
      ['5', 'Health and Safety'],
      ['6', 'Environmental Care'],
      ['7', 'Production Performance'],
    ],
  },
  {
    code: 'SMETA',
    name: 'SMETA audit report',
    ownerName: 'Sedex',
    kind: 'audit',
    edition: '7.0 (2024)',
    source:
      'https://www.dqsglobal.com/en-my/learn/blog/sedex-smeta-7-everything-you-need-to-know-about-the-revision and an audit house page listing the areas',
    monthsValid: aYear,
    criteria: [
      ['0', 'Enabling Accurate Assessment'],
      ['1', 'Employment is Freely Chosen'],
      ['1A', 'Responsible Recruitment and Entitlement to Work'],
      ['2', 'Freedom of Association and Right to Collective Bargaining are Respected'],
      ['3', 'Working Conditions are Safe and Hygienic'],
      ['4', 'Child Labour Shall Not be Used'],
      ['5', 'Legal Wages are Paid'],
      ['5A', 'Living Wages are Paid'],
      ['6', 'Working Hours are Not Excessive'],
      ['7', 'No Discrimination is Practiced'],
      ['8', 'Regular Employment is Provided'],
      ['8A', 'Sub-contracting and Homeworkers are Used Responsibly'],
      ['9', 'No Harsh or Inhumane Treatment is Allowed'],
      ['10A', 'Environment 2-pillar'],
      ['10B', 'Environment 4-pillar'],
      ['10C', 'Business Ethics'],
    ],
  },
  {
    code: 'ILO-FUNDAMENTAL',
    name: 'ILO fundamental instruments',
    ownerName: 'International Labour Organization',
    kind: 'conventions',
    edition: 'as amended June 2022 (safe and healthy work added)',
    source: 'https://www.ilo.org/ (NORMLEX); from general knowledge, not re-read here',
    monthsValid: aYear,
    criteria: [
      ['C029', 'Forced Labour Convention'],
      ['P029', 'Protocol to the Forced Labour Convention'],
      ['C087', 'Freedom of Association and Protection of the Right to Organise'],
      ['C098', 'Right to Organise and Collective Bargaining'],
      ['C100', 'Equal Remuneration'],
      ['C105', 'Abolition of Forced Labour'],
      ['C111', 'Discrimination (Employment and Occupation)'],
      ['C138', 'Minimum Age'],
      ['C155', 'Occupational Safety and Health'],
      ['C182', 'Worst Forms of Child Labour'],
      ['C187', 'Promotional Framework for Occupational Safety and Health'],
    ],
  },
  ...(
    [
      ['GOODWEAVE', 'GoodWeave', 'GoodWeave International', 'certificate', aYear],
      ['FAIRFORLIFE', 'Fair for Life', 'Ecocert', 'certificate', aYear],
      ['FTF', 'Fair Trade Federation membership', 'Fair Trade Federation', 'membership', aYear],
      ['BCORP', 'Certified B Corporation', 'B Lab', 'certificate', 36],
      ['CRAFTMARK', 'Craftmark', 'AIACA', 'certificate', aYear],
      ['GOTS', 'Global Organic Textile Standard', 'Global Standard gGmbH', 'certificate', 12],
      ['OEKOTEX100', 'STANDARD 100', 'OEKO-TEX', 'certificate', 12],
      ['FSC-COC', 'FSC Chain of Custody', 'Forest Stewardship Council', 'certificate', 60],
      ['RWS', 'Responsible Wool Standard', 'Textile Exchange', 'certificate', 12],
    ] as const
  ).map(([code, name, ownerName, kind, monthsValid]) => ({
    code,
    name,
    ownerName,
    kind,
    edition: 'n/a',
    source: generalKnowledge,
    monthsValid,
    criteria: currentAlone,
  })),
];
