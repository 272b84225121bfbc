import { unitCodes, writeWorkbook } from '#platform';

/** A sheet to begin with: headings that are understood, one example, and the units. */
export async function requestTemplateWorkbook(): Promise<Buffer> {
  return writeWorkbook([
    {
      name: 'Request',
      columns: [
        { heading: 'SKU', width: 14 },
        { heading: 'Description', width: 40 },
        { heading: 'Specification', width: 40 },
        { heading: 'Quantity', width: 12, format: '#,##0.###' },
        { heading: 'Unit', width: 12 },
        { heading: 'Target unit price', width: 16, format: '#,##0.00####' },
        { heading: 'HS code', width: 12 },
        { heading: 'Needed by', width: 14 },
        { heading: 'Craft', width: 18 },
      ],
      rows: [
        [
          'BSK-001',
          'Round sisal basket, medium',
          'Ø 30 cm, height 25 cm, natural and indigo, leather handles',
          { number: '1200' },
          'pieces',
          { number: '6.5' },
          '460219',
          { day: '2027-09-30' },
          'basketry',
        ],
      ],
    },
    {
      name: 'Units',
      columns: [
        { heading: 'Unit', width: 24 },
        { heading: 'Code (UN/ECE Rec 20)', width: 24 },
      ],
      rows: unitCodes.map(({ name, code }) => [name, code]),
    },
  ]);
}
