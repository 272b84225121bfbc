import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { FilterSelect } from '@/ui/filter-select';
import { ListTools } from '@/ui/list';
import { SearchBox } from '@/ui/search-box';
import type { DirectorySearch } from '../searches';
import { countriesIn } from '../terms/countries';

/** Search and filters of the directory. */
export function DirectoryTools(props: {
  search: DirectorySearch;
  onChange: (part: { [Key in keyof DirectorySearch]: DirectorySearch[Key] | undefined }) => void;
}) {
  const { t, i18n } = useTranslation('buyer');
  const { search, onChange } = props;
  const crafts = api.useQuery('get', '/v1/public/crafts', {}, { staleTime: 3_600_000 });
  const schemes = api.useQuery('get', '/v1/public/schemes', {}, { staleTime: 3_600_000 });
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  return (
    <ListTools>
      <SearchBox
        label={t('searchCooperatives')}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      <FilterSelect
        label={t('column_craftCode')}
        all={t('allCrafts')}
        value={search.craft}
        options={(crafts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(craft) => onChange({ craft })}
      />
      <Select
        aria-label={t('country')}
        placeholder={t('allCountries')}
        data={countries}
        value={search.country ?? null}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('allCountries') }}
        onChange={(country) => onChange({ country: country ?? undefined })}
        style={{ flex: '0 1 180px' }}
      />
      <FilterSelect
        label={t('certificate')}
        all={t('anyCertificate')}
        value={search.schemeId}
        options={(schemes.data?.items ?? [])
          .filter((scheme) => scheme.kind !== 'conventions')
          .map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(schemeId) => onChange({ schemeId })}
      />
    </ListTools>
  );
}
