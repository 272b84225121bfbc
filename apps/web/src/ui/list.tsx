import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './problem-notice';

/** Search and filters in one line above a list. */
export function ListTools({ children }: { children: ReactNode }) {
  return (
    <Group gap="xs" mb="sm" role="search">
      {children}
    </Group>
  );
}

/** Grey rows where a list is about to be. */
export function RowsSkeleton({ rows = 8, height = 20 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('shared');
  return (
    <Stack gap="sm" p="md" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} width={`${92 - ((index * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}

interface PageOf<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** A list by pages: skeleton, problem, what to do when it is empty, rows, and more of them. */
export function Pages<Row>(props: {
  query: UseInfiniteQueryResult<{ pages: PageOf<Row>[] }, unknown>;
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}) {
  const { t } = useTranslation('shared');
  const { query } = props;
  if (query.isPending) {
    return <RowsSkeleton />;
  }
  if (query.isError) {
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  }
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) {
    return props.empty;
  }
  return (
    <>
      {props.children(rows)}
      {query.hasNextPage && (
        <Group justify="center" p="sm">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** How TanStack Query turns the api's pages. */
export const byCursor = {
  pageParamName: 'cursor',
  // Null is left out of the address; undefined would be sent as 0.
  initialPageParam: null as string | null,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor,
};
