import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';

const translated = [
  'basketry',
  'batik',
  'beadwork',
  'block_printing',
  'carpets',
  'crochet',
  'embroidery',
  'felting',
  'glass',
  'hand_spinning',
  'hand_weaving',
  'paper',
  'ikat',
  'jewellery',
  'knitting',
  'lace',
  'lacquer',
  'leather',
  'macrame',
  'metalwork',
  'natural_dyeing',
  'pottery',
  'quilting',
  'rattan',
  'soap',
  'stone',
  'tailoring',
  'wood_carving',
] as const;

/** The crafts that there are, in the reader's words where there are any. */
export function useCrafts(): { options: { value: string; label: string }[]; name: (code: string) => string } {
  const { t, i18n } = useTranslation('cooperative');
  const crafts = api.useQuery('get', '/v1/public/crafts', undefined, { staleTime: 3_600_000 });
  const name = (code: string): string => {
    const known = translated.find((one) => one === code);
    return known ? t(`craft_${known}`) : (crafts.data?.items.find((one) => one.code === code)?.name ?? code);
  };
  const codes = crafts.data?.items.map(({ code }) => code) ?? translated;
  return {
    name,
    options: codes
      .map((value) => ({ value, label: name(value) }))
      .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
  };
}
