import { NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import styles from '../products/products.module.css';

/** Languages of artisans' countries, beside those that a cooperative has named already. */
const known =
  'en es fr pt sw hi bn ar am om ti so rw lg nyn kam luo ki mas ha yo ig ak ee wo bm mg zu xh st ne ta te kn ml mr gu pa or as ks ur sd ps fa ku tr uz ky id jv su tl ceb vi th lo km my qu ay gn quc cak ht'.split(
    ' ',
  );

/** By their own names, where browsers have none. */
const ownNames: Readonly<Record<string, string>> = {
  nyn: 'Runyankore',
  kam: 'Kikamba',
  luo: 'Dholuo',
  ki: 'Gĩkũyũ',
  mas: 'Maa',
  ks: 'कॉशुर',
  quc: 'K’iche’',
  cak: 'Kaqchikel',
};

/** In which languages one can write to them. */
export function LanguageField({
  value,
  onChange,
}: {
  value: readonly string[];
  onChange: (codes: string[]) => void;
}) {
  const { t } = useTranslation('cooperative');
  const format = useFormat();
  const names = new Intl.DisplayNames(format.locale, { type: 'language' });
  const name = (code: string): string => {
    const named = names.of(code);
    return named === undefined || named === code ? (ownNames[code] ?? code) : named;
  };
  const others = known
    .filter((code) => !value.includes(code))
    .map((code) => ({ value: code, label: name(code) }))
    .sort((one, other) => one.label.localeCompare(other.label, format.locale));
  return (
    <Stack gap="sm">
      {value.length > 0 && (
        <div className={styles.languages}>
          {value.map((code) => (
            <label key={code} className={styles.language}>
              <input type="checkbox" checked onChange={() => onChange(value.filter((one) => one !== code))} />
              {name(code)}
            </label>
          ))}
        </div>
      )}
      <NativeSelect
        size="md"
        label={t('languageAdd')}
        data={[{ value: '', label: t('choose') }, ...others]}
        value=""
        onChange={(event) => {
          if (event.currentTarget.value) {
            onChange([...value, event.currentTarget.value]);
          }
        }}
      />
    </Stack>
  );
}
