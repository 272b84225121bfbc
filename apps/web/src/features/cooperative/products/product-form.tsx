import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Problem } from '@/api/problem';
import { useFormat } from '@/i18n/format';
import { actionButton } from '@/ui/link-button';
import { Panel } from '@/ui/page';
import { ActionBar } from '../parts/action-bar';
import { CheckField } from '../parts/check-field';
import { currencyOptions } from '../parts/currencies';
import { Fields } from '../parts/fields';
import { focusFault } from '../parts/focus-fault';
import { LongText } from '../parts/long-text';
import { unitCodes, useUnits } from '../parts/quantity';
import { SaveProblem } from '../parts/save-problem';
import { useCrafts } from '../parts/use-crafts';
import { useTyped } from '../parts/use-typed';
import { priceText } from '../quote/amounts';
import { typedDecimal, typedWhole } from '../quote/typed-number';
import { ProductPhoto } from './product-photo';
import styles from './products.module.css';

export const emptyProduct = {
  name: '',
  description: '',
  craftCode: '',
  unitCode: 'C62',
  priceFrom: '',
  currency: 'EUR',
  minimumQuantity: '',
  leadTimeDays: '',
  photoFileId: null as string | null,
  hsCode: null as string | null,
  published: true,
};
type TypedProduct = typeof emptyProduct;

export function typedProduct(product: Schemas['ProductView']): TypedProduct {
  return {
    name: product.name,
    description: product.description ?? '',
    craftCode: product.craftCode,
    unitCode: product.unitCode,
    priceFrom: priceText(product.priceFrom, product.currency),
    currency: product.currency,
    minimumQuantity: product.minimumQuantity ?? '',
    leadTimeDays: String(product.leadTimeDays ?? ''),
    photoFileId: product.photoFileId ?? null,
    hsCode: product.hsCode ?? null,
    published: product.published,
  };
}

/** A product as it is typed; kept on the device until it is saved. */
export function ProductForm(props: {
  name: string;
  initial: TypedProduct;
  save: string;
  readOnly?: boolean;
  pending: boolean;
  error: unknown;
  onReload?: () => void;
  onSave: (body: Schemas['ProductInput'], forget: () => void) => void;
}) {
  const { t } = useTranslation(['cooperative', 'shared']);
  const format = useFormat();
  const crafts = useCrafts();
  const { unit } = useUnits();
  const [typed, set, forget, kept] = useTyped(props.name, props.initial);
  const [tried, setTried] = useState(false);
  const [uploading, setUploading] = useState(false);
  const price = typedDecimal(typed.priceFrom, 6);
  const minimum = typed.minimumQuantity.trim() ? typedDecimal(typed.minimumQuantity, 3) : null;
  const days = typed.leadTimeDays.trim() ? typedWhole(typed.leadTimeDays, 1000) : null;
  const faults = {
    name: typed.name.trim() ? undefined : t('faultMissing'),
    craftCode: typed.craftCode ? undefined : t('faultMissing'),
    priceFrom: price === null ? t('faultNumber') : price === '0' ? t('faultZero') : undefined,
    minimumQuantity: typed.minimumQuantity.trim() && minimum === null ? t('faultNumber') : undefined,
    leadTimeDays: typed.leadTimeDays.trim() && days === null ? t('faultDays') : undefined,
  };
  const at = (field: keyof Schemas['ProductInput']): string | undefined =>
    (tried ? faults[field as keyof typeof faults] : undefined) ??
    (props.error instanceof Problem ? props.error.at(`/${field}`) : undefined);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    focusFault(event.currentTarget);
    if (price !== null && Object.values(faults).every((fault) => !fault)) {
      props.onSave(
        {
          name: typed.name.trim(),
          description: typed.description.trim(),
          craftCode: typed.craftCode,
          unitCode: typed.unitCode,
          priceFrom: price,
          currency: typed.currency,
          minimumQuantity: minimum === '0' ? null : minimum,
          leadTimeDays: days,
          hsCode: typed.hsCode,
          photoFileId: typed.photoFileId,
          published: typed.published,
        },
        forget,
      );
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      {kept && (
        <p className={styles.kept} role="status">
          {t('keptHere')}
        </p>
      )}
      <Panel>
        <Fields locked={props.readOnly ?? false}>
          <ProductPhoto
            name={typed.name}
            motif={props.name}
            fileId={typed.photoFileId}
            onPhoto={(photoFileId) => set({ photoFileId })}
            onBusy={setUploading}
          />
          <TextInput
            size="md"
            label={t('nameField')}
            description={t('nameHint')}
            maxLength={200}
            value={typed.name}
            error={at('name')}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <div className={styles.two}>
            <TextInput
              size="md"
              inputMode="decimal"
              autoComplete="off"
              label={t('priceFromField')}
              value={typed.priceFrom}
              error={at('priceFrom')}
              onChange={(event) => set({ priceFrom: event.currentTarget.value })}
            />
            <NativeSelect
              size="md"
              aria-label={t('currency')}
              data={currencyOptions(format.locale, [typed.currency])}
              value={typed.currency}
              error={at('currency')}
              onChange={(event) => set({ currency: event.currentTarget.value })}
            />
          </div>
          <NativeSelect
            size="md"
            label={t('unitField')}
            data={unitCodes.map((value) => ({ value, label: unit(value) }))}
            value={typed.unitCode}
            error={at('unitCode')}
            onChange={(event) => set({ unitCode: event.currentTarget.value })}
          />
          <NativeSelect
            size="md"
            label={t('craftField')}
            data={[{ value: '', label: t('choose') }, ...crafts.options]}
            value={typed.craftCode}
            error={at('craftCode')}
            onChange={(event) => set({ craftCode: event.currentTarget.value })}
          />
          <LongText
            label={`${t('descriptionField')} (${t('optional', { ns: 'shared' })})`}
            maxLength={5000}
            value={typed.description}
            error={at('description')}
            onChange={(description) => set({ description })}
          />
          <div className={styles.two}>
            <TextInput
              size="md"
              inputMode="decimal"
              autoComplete="off"
              label={t('smallestOrder')}
              value={typed.minimumQuantity}
              error={at('minimumQuantity')}
              onChange={(event) => set({ minimumQuantity: event.currentTarget.value })}
            />
            <TextInput
              size="md"
              inputMode="numeric"
              autoComplete="off"
              label={t('readyInDays')}
              value={typed.leadTimeDays}
              error={at('leadTimeDays')}
              onChange={(event) => set({ leadTimeDays: event.currentTarget.value })}
            />
          </div>
          <CheckField
            label={t('shownField')}
            hint={t('shownHint')}
            checked={typed.published}
            onChange={(published) => set({ published })}
          />
          <SaveProblem error={props.error} onReload={props.onReload} />
        </Fields>
      </Panel>
      {!props.readOnly && (
        <ActionBar>
          <Button type="submit" size="md" {...actionButton} loading={props.pending} disabled={uploading}>
            {props.save}
          </Button>
        </ActionBar>
      )}
    </form>
  );
}
