import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { schemeFacts, schemeIdOf } from './scheme.seed.js';

interface Standard {
  id: string;
  source: string;
  elements: { no: string; title: string; owner?: string }[];
}

const collected = path.resolve(process.cwd(), '../shared/data/ethics/standards.json');
const criteriaFrom: Record<string, string> = {
  'WFTO-GUARANTEED': 'wfto-10',
  SA8000: 'sa8000',
  'NEST-SEAL': 'nest-code',
  SMETA: 'smeta-7',
  'ILO-FUNDAMENTAL': 'ilo-fundamental',
};

describe('the schemes that come with the portal', () => {
  it('have ids of their own, the same everywhere', () => {
    expect(schemeIdOf('SA8000')).toBe(schemeIdOf('SA8000'));
    expect(new Set(schemeFacts.map((scheme) => schemeIdOf(scheme.code))).size).toBe(schemeFacts.length);
  });

  it('number each criterion once', () => {
    for (const scheme of schemeFacts) {
      expect(new Set(scheme.criteria.map(([code]) => code)).size).toBe(scheme.criteria.length);
      expect(scheme.criteria.length).toBeGreaterThan(0);
    }
  });

  it('are as they were collected, where the collection is at hand', () => {
    if (!existsSync(collected)) {
      return;
    }
    const { standards } = JSON.parse(readFileSync(collected, 'utf8')) as { standards: Standard[] };
    const of = (id: string): Standard => {
      const found = standards.find((standard) => standard.id === id);
      if (!found) {
        throw new Error(`No ${id} in ${collected}`);
      }
      return found;
    };
    for (const [code, id] of Object.entries(criteriaFrom)) {
      const scheme = schemeFacts.find((one) => one.code === code);
      expect(scheme?.criteria.map(([no, title]) => [no, title])).toEqual(
        of(id).elements.map(({ no, title }) => [no, title]),
      );
      expect(scheme?.source).toBe(of(id).source);
    }
    const names = of('certificate-schemes').elements.map(({ no, title, owner }) => [no, title, owner]);
    const seeded = schemeFacts.filter((scheme) => scheme.code !== 'ILO-FUNDAMENTAL');
    expect(seeded.map((scheme) => [scheme.code, scheme.name, scheme.ownerName]).sort()).toEqual(names.sort());
  });
});
