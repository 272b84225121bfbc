import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '@/ui/filter-select';
import { ListTools } from '@/ui/list';
import { auditActions, auditKey } from './audit-actions';
import { type AuditSearch, subjectTypes, uuid } from './audit-search';

/** Narrows the log: what it was about, what was done, by whom, and between which days. */
export function AuditTools(props: {
  search: AuditSearch;
  people: ReadonlyMap<string, string>;
  onSearch: (search: AuditSearch) => void;
}) {
  const { t } = useTranslation('account');
  const { t: words } = useTranslation('audit');
  const { search, people } = props;
  const change = (part: { [Key in keyof AuditSearch]: AuditSearch[Key] | undefined }): void => {
    const kept = Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined);
    props.onSearch(Object.fromEntries(kept));
  };
  return (
    <ListTools>
      <SubjectBox
        key={search.subjectId ?? ''}
        value={search.subjectId}
        onChange={(subjectId) => change({ subjectId })}
      />
      <FilterSelect
        label={t('about')}
        all={t('everything')}
        value={search.subjectType}
        options={subjectTypes.map((type) => ({ value: type, label: t(`subject_${type}`) }))}
        onChange={(subjectType) => change({ subjectType })}
      />
      <FilterSelect
        label={t('what')}
        all={t('anythingDone')}
        value={search.action}
        options={auditActions
          .map((action) => ({ value: action, label: words(auditKey(action)) }))
          .sort((left, right) => left.label.localeCompare(right.label))}
        onChange={(action) => change({ action })}
      />
      <FilterSelect
        label={t('who')}
        all={t('anyone')}
        value={search.personId}
        options={[...people].map(([value, label]) => ({ value, label }))}
        onChange={(personId) => change({ personId })}
      />
      <TextInput
        type="date"
        aria-label={t('sinceDay')}
        title={t('sinceDay')}
        value={search.since ?? ''}
        max={search.until}
        onChange={(event) => change({ since: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        aria-label={t('untilDay')}
        title={t('untilDay')}
        value={search.until ?? ''}
        min={search.since}
        onChange={(event) => change({ until: event.currentTarget.value || undefined })}
      />
    </ListTools>
  );
}

/** The identifier of what entries are about, as it stands in addresses. */
function SubjectBox(props: { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const { t } = useTranslation('account');
  const [text, setText] = useState(props.value ?? '');
  // An address of the portal may be pasted whole.
  const found = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text.toLowerCase())?.[0];
  const wrong = text !== '' && !found;
  return (
    <TextInput
      type="search"
      aria-label={t('subjectId')}
      placeholder={t('subjectId')}
      error={wrong ? t('subjectIdWrong') : undefined}
      value={text}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setText(value);
        const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(value.toLowerCase())?.[0];
        if (value === '' || (id !== undefined && uuid.test(id))) {
          props.onChange(id);
        }
      }}
      style={{ flex: '1 1 260px', maxWidth: 400 }}
    />
  );
}
