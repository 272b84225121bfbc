import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '@/ui/toast';
import { Empty } from '@/ui/empty';
import { actionButton } from '@/ui/link-button';
import { Pages } from '@/ui/list';
import { Panel } from '@/ui/page';
import { DirectoryTools } from '../directory/directory-tools';
import { useDirectory } from '../directory/use-directory';
import { useCellReader } from '../lines/use-cell-reader';
import type { RequestView } from '../request/use-request';
import { type DirectorySearch, directorySearch, present } from '../searches';
import { useSearchKey } from '../use-shortcut';
import { Candidate } from './candidate';
import styles from './invited.module.css';
import { useFit } from './use-fit';

/** The directory beside the request: who fits, and choosing many at once. */
export function InviteMore(props: {
  request: RequestView;
  invited: ReadonlySet<string>;
  busy: boolean;
  onInvite: (ids: string[]) => Promise<unknown>;
}) {
  const { t } = useTranslation('buyer');
  const { request, invited } = props;
  const search = directorySearch(useSearch({ from: '/signed-in/buyer/requests/$requestId/invited' }));
  const navigate = useNavigate();
  const fit = useFit(request);
  const query = useDirectory(search, 25);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [onlyFit, setOnlyFit] = useState(request.requirements.length > 0);
  const { crafts } = useCellReader();
  useSearchKey();
  const filter = (part: { [Key in keyof DirectorySearch]: DirectorySearch[Key] | undefined }): void =>
    void navigate({
      to: '/buyer/requests/$requestId/invited',
      params: { requestId: request.id },
      search: present({ ...search, ...part }),
      replace: true,
      resetScroll: false,
    });
  const picked = [...chosen].filter((id) => !invited.has(id));
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    setChosen(next);
  };
  const inviteThem = async (): Promise<void> => {
    await props.onInvite(picked);
    setChosen(new Set());
    say(t(request.state === 'open' ? 'saidInvitedOpen' : 'saidInvited', { count: picked.length }));
  };
  return (
    <Panel title={t('inviteTitle')} padded={false}>
      <div className={styles.tools}>
        <DirectoryTools search={search} onChange={filter} />
        {fit.wanted.size > 0 && (
          <Group gap={6} mb={request.requirements.length > 0 ? 'sm' : 0}>
            <Text size="sm" c="dimmed">
              {t('craftsOfLines')}
            </Text>
            {[...fit.wanted].map((code) => (
              <Button
                key={code}
                size="compact-sm"
                variant={search.craft === code ? 'filled' : 'default'}
                aria-pressed={search.craft === code}
                onClick={() => filter({ craft: search.craft === code ? undefined : code })}
              >
                {crafts.get(code) ?? code}
              </Button>
            ))}
          </Group>
        )}
        {request.requirements.length > 0 && (
          <Checkbox
            label={t('onlyFit')}
            checked={onlyFit}
            onChange={(event) => setOnlyFit(event.currentTarget.checked)}
          />
        )}
      </div>
      <Pages
        query={query}
        empty={
          <Empty drawing="basket" title={t('cooperativesNothing')}>
            {t('cooperativesNothingHint')}
          </Empty>
        }
      >
        {(rows) => {
          const fitting = rows.filter((row) => !onlyFit || fit.lacks(row).length === 0);
          const free = fitting.filter((row) => !invited.has(row.id));
          return (
            <>
              <div className={styles.all}>
                <Checkbox
                  label={t('chooseAll', { count: free.length })}
                  disabled={free.length === 0}
                  checked={free.length > 0 && free.every((row) => chosen.has(row.id))}
                  indeterminate={
                    free.some((row) => chosen.has(row.id)) && !free.every((row) => chosen.has(row.id))
                  }
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? new Set([...chosen, ...free.map((row) => row.id)])
                        : new Set([...chosen].filter((id) => !free.some((row) => row.id === id))),
                    )
                  }
                />
              </div>
              <ul className={styles.list}>
                {fitting.map((row) => (
                  <Candidate
                    key={row.id}
                    row={row}
                    fit={fit}
                    invited={invited.has(row.id)}
                    chosen={chosen.has(row.id)}
                    onToggle={() => toggle(row.id)}
                  />
                ))}
              </ul>
              {fitting.length === 0 && (
                <Text p="md" c="dimmed">
                  {t('noneFits')}
                </Text>
              )}
            </>
          );
        }}
      </Pages>
      {picked.length > 0 && (
        <Group className={styles.bar}>
          <Text size="sm" fw={600}>
            {t('chosenCount', { count: picked.length })}
          </Text>
          <Button variant="subtle" onClick={() => setChosen(new Set())}>
            {t('chooseNone')}
          </Button>
          <Button {...actionButton} loading={props.busy} onClick={() => void inviteThem()}>
            {t('inviteCount', { count: picked.length })}
          </Button>
        </Group>
      )}
    </Panel>
  );
}
