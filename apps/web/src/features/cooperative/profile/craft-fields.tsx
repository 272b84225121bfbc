import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCrafts } from '../parts/use-crafts';
import styles from '../products/products.module.css';

export interface TypedCraft {
  craftCode: string;
  amount: string;
  measure: 'pieces' | 'hours';
}

/** Which crafts, and how much of each in a month: in pieces or in hours of work. */
export function CraftFields(props: {
  crafts: readonly TypedCraft[];
  faultAt: (field: string) => string | undefined;
  onChange: (crafts: TypedCraft[]) => void;
}) {
  const { t } = useTranslation('cooperative');
  const known = useCrafts();
  const { crafts, faultAt, onChange } = props;
  const change = (index: number, part: Partial<TypedCraft>): void =>
    onChange(crafts.map((craft, one) => (one === index ? { ...craft, ...part } : craft)));
  const taken = new Set(crafts.map(({ craftCode }) => craftCode));
  return (
    <ul className={styles.crafts}>
      {crafts.map((craft, index) => (
        <li key={`${index} of ${crafts.length}`} className={styles.craft}>
          <NativeSelect
            size="md"
            label={t('craftField')}
            data={[
              { value: '', label: t('choose') },
              ...known.options.filter(({ value }) => value === craft.craftCode || !taken.has(value)),
            ]}
            value={craft.craftCode}
            error={faultAt(`crafts/${index}/craftCode`)}
            onChange={(event) => change(index, { craftCode: event.currentTarget.value })}
          />
          <CloseButton
            size={44}
            aria-label={t('craftRemove', { name: known.name(craft.craftCode) })}
            onClick={() => onChange(crafts.filter((_, one) => one !== index))}
          />
          <div className={styles.capacity}>
            <TextInput
              size="md"
              inputMode="decimal"
              autoComplete="off"
              label={t('capacityMonth')}
              value={craft.amount}
              error={
                faultAt(`crafts/${index}/amount`) ??
                faultAt(`crafts/${index}/piecesPerMonth`) ??
                faultAt(`crafts/${index}/workHoursPerMonth`)
              }
              onChange={(event) => change(index, { amount: event.currentTarget.value })}
            />
            <NativeSelect
              size="md"
              aria-label={t('measureField')}
              data={[
                { value: 'pieces', label: t('measurePieces') },
                { value: 'hours', label: t('measureHours') },
              ]}
              value={craft.measure}
              onChange={(event) =>
                change(index, { measure: event.currentTarget.value as TypedCraft['measure'] })
              }
            />
          </div>
        </li>
      ))}
      <li>
        <Button
          variant="light"
          size="md"
          mih={44}
          onClick={() => onChange([...crafts, { craftCode: '', amount: '', measure: 'pieces' }])}
        >
          {t('craftAdd')}
        </Button>
      </li>
    </ul>
  );
}
