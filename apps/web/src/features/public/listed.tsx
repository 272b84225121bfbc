import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** Names one after another, each in its own direction: a Latin name keeps its order within Arabic. */
export function Listed({ items }: { items: readonly (string | null)[] }) {
  const { i18n } = useTranslation();
  const comma = i18n.language === 'ar' ? '، ' : ', ';
  return items
    .filter((item) => item !== null && item !== '')
    .map((item, index) => (
      <Fragment key={item}>
        {index > 0 && comma}
        <bdi suppressHydrationWarning>{item}</bdi>
      </Fragment>
    ));
}
