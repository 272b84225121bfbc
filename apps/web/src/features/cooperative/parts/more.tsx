import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** The next page of a list, where there is one. */
export function More({ query }: { query: Paged }) {
  const { t } = useTranslation('shared');
  return query.hasNextPage ? (
    <Group justify="center" p="md">
      <Button
        variant="default"
        size="md"
        mih={44}
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('more')}
      </Button>
    </Group>
  ) : null;
}
