import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { directionOf, isLanguage } from '@/i18n/i18n';
import { theme } from '@/theme/theme';
import { Toasts } from '@/ui/toast';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a line the service worker may have an answer; where it has none, that is said instead of waited for.
        networkMode: 'always',
        staleTime: 30_000,
        // What was refused is refused again; a lost line may come back.
        retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < 2,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const direction = directionOf(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
  }, [language, direction]);
  return (
    <DirectionProvider key={direction} initialDirection={direction} detectDirection={false}>
      {/* It writes all its variables by itself: a file of them would be two kilobytes of every first load. */}
      <MantineProvider theme={theme} defaultColorScheme="auto" deduplicateCssVariables={false}>
        <QueryClientProvider client={queries}>
          {children}
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
