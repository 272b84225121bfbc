import { Alert, Button, Group, Text } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '@/api/client';
import { Problem, Unreachable } from '@/api/problem';
import { Page } from '@/ui/page';
import { ProblemNotice } from '@/ui/problem-notice';
import { Elsewhere } from './elsewhere';
import { isPartMissing, reloadOnce } from './part-missing';

const ElsewherePage = lazy(() => import('./elsewhere-page'));
/** Between two looks whether the server is back. */
const lookMs = 4_000;

/** In the place of a screen that cannot be shown. What was only away comes back by itself. */
export function ProblemPage({ error }: { error: unknown }) {
  const { t } = useTranslation('shared');
  const router = useRouter();
  if (error instanceof Elsewhere) {
    return (
      <Suspense>
        <ElsewherePage />
      </Suspense>
    );
  }
  if (isPartMissing(error)) {
    return <PartMissing />;
  }
  const away = error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
  return (
    <Page title={t('wentWrong')} width="narrow">
      {away && <WhenBack act={() => void router.invalidate()} />}
      <ProblemNotice error={error} onRetry={() => void router.invalidate()} />
    </Page>
  );
}

/** Either the server is away, or it has a newer version, whose parts have other names. */
function PartMissing() {
  const { t } = useTranslation('shared');
  const [back, setBack] = useState(false);
  return (
    <Page title={back ? t('renewed') : t('unreachable')} width="narrow">
      {back ? (
        <Alert role="alert" color="indigo" title={t('renewed')}>
          <Text size="sm">{t('renewedHint')}</Text>
          <Group mt="xs">
            <Button variant="default" onClick={() => location.reload()}>
              {t('loadAgain')}
            </Button>
          </Group>
        </Alert>
      ) : (
        <ProblemNotice error={new Unreachable('A part of the portal is missing')} />
      )}
      {!back && (
        <WhenBack
          act={() => {
            setBack(true);
            reloadOnce();
          }}
        />
      )}
    </Page>
  );
}

/** Looks now and then whether the server answers. */
function WhenBack({ act }: { act: () => void }) {
  const onBack = useEffectEvent(act);
  useEffect(() => {
    const look = (): void => {
      client.GET('/v1/public/health/live').then(
        () => onBack(),
        // Still away: the next look tells.
        () => undefined,
      );
    };
    look();
    const timer = setInterval(look, lookMs);
    addEventListener('online', look);
    return () => {
      clearInterval(timer);
      removeEventListener('online', look);
    };
  }, []);
  return null;
}
