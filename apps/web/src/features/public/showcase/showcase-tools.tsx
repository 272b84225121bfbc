import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/i18n/format';
import { craftsQuery, schemesQuery } from '../queries';
import type { PublicSearch, ShowcaseSearch } from '../searches';
import { useNames } from '../use-names';
import styles from './showcase.module.css';

/** Search and filters. They live in the address; without scripts it is a form like any other. */
export function ShowcaseTools(props: {
  search: ShowcaseSearch & PublicSearch;
  countries: readonly string[];
}) {
  const { search } = props;
  const { t } = useTranslation('public');
  const { t: shared } = useTranslation('shared');
  const format = useFormat();
  const names = useNames();
  const navigate = useNavigate({ from: '/showcase' });
  const { data: crafts } = useSuspenseQuery(craftsQuery);
  const { data: schemes } = useSuspenseQuery(schemesQuery);
  const [words, setWords] = useState(search.search ?? '');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The address changed by another way than typing, such as “back”.
    if (document.activeElement !== box.current) {
      setWords(search.search ?? '');
    }
  }, [search.search]);
  const change = (next: Partial<ShowcaseSearch>): void => {
    void navigate({
      search: (now) => ({ ...now, after: undefined, ...next }),
      replace: true,
      resetScroll: false,
    });
  };
  const settle = useDebouncedCallback((text: string) => change({ search: text.trim() || undefined }), 300);
  const byLabel = (left: { label: string }, right: { label: string }): number =>
    left.label.localeCompare(right.label, format.locale);
  return (
    <form
      role="search"
      method="get"
      action="/showcase"
      className={styles.tools}
      onSubmit={(event) => {
        event.preventDefault();
        change({ search: words.trim() || undefined });
      }}
    >
      {search.show && <input type="hidden" name="show" value={search.show} />}
      {search.sort && <input type="hidden" name="sort" value={search.sort} />}
      {search.lang && <input type="hidden" name="lang" value={search.lang} />}
      <TextInput
        ref={box}
        className={styles.search}
        size="md"
        type="search"
        name="search"
        aria-label={shared('search')}
        placeholder={t('searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
      <NativeSelect
        className={styles.filter}
        size="md"
        name="craft"
        aria-label={t('craft')}
        data={[
          { value: '', label: t('anyCraft') },
          ...crafts.map((craft) => ({ value: craft.code, label: names.craft(craft) })).sort(byLabel),
        ]}
        value={search.craft ?? ''}
        onChange={(event) => change({ craft: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        className={styles.filter}
        size="md"
        name="country"
        aria-label={t('country')}
        data={[
          { value: '', label: t('anyCountry') },
          ...props.countries.map((code) => ({ value: code, label: format.country(code) })).sort(byLabel),
        ]}
        value={search.country ?? ''}
        onChange={(event) => change({ country: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        className={styles.filter}
        size="md"
        name="certificate"
        aria-label={t('certificate')}
        data={[
          { value: '', label: t('anyCertificate') },
          ...schemes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.certificate ?? ''}
        onChange={(event) => change({ certificate: event.currentTarget.value || undefined })}
      />
      <noscript>
        <Button type="submit" size="md" variant="default">
          {shared('search')}
        </Button>
      </noscript>
    </form>
  );
}
