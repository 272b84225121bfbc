import { Button, Group } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  forwardRef,
  type KeyboardEvent,
  useCallback,
  useDeferredValue,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/ui/empty';
import { FilterSelect } from '@/ui/filter-select';
import { ListTools } from '@/ui/list';
import { Panel } from '@/ui/page';
import { SearchBox } from '@/ui/search-box';
import { linesFound } from '../comparison/compared';
import { LineAllocation } from './line-allocation';
import type { Ground, Plan, Typed } from './plan';
import styles from './line-list.module.css';

export interface LineListHandle {
  /** Opens a line, scrolls to it and puts the cursor where something is wrong with it. */
  reveal: (lineId: string) => void;
}

/** Above so many offers lines begin folded. */
const openAtFirst = 400;
type Filter = 'short' | 'open' | 'wrong';

/** All lines with their offers. Only those in sight are drawn, so that 200 lines of 60 offers stay quick. */
export const LineList = forwardRef<
  LineListHandle,
  {
    ground: Ground;
    plan: Plan;
    typed: Typed;
    refusals: ReadonlyMap<string, readonly string[]>;
    onGive: (key: string, text: string) => void;
  }
>(function LineList({ ground, plan, typed, refusals, onGive }, handle) {
  const { t } = useTranslation('trade');
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useState<string>();
  const [filter, setFilter] = useState<Filter>();
  // The search box keeps its own text while someone types; emptied from here, it begins anew.
  const [resets, setResets] = useState(0);
  const many = ground.offers.size > openAtFirst;
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(many ? ground.comparison.lines.map((line) => line.requestLineId) : []),
  );
  const shownPlan = useDeferredValue(plan);
  const lines = useMemo(
    () =>
      linesFound(ground.comparison.lines, search).filter((line) => {
        const planned = shownPlan.lines.get(line.requestLineId);
        switch (filter) {
          case 'short':
            return planned && planned.given < planned.asked;
          case 'open':
            return planned?.given === 0n;
          case 'wrong':
            return planned?.breached;
          case undefined:
            return true;
        }
      }),
    // While a filter is on, lines that no longer match it stay until it is chosen again: they must not vanish under the cursor.
    // oxlint-disable-next-line react/exhaustive-deps
    [ground, search, filter],
  );

  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const settleMargin = useDebouncedCallback(() => {
    setMargin((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, 50);
  useLayoutEffect(() => {
    settleMargin();
  });
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => {
      const line = lines[index];
      return line && !folded.has(line.requestLineId) ? 66 + line.offers.length * (phone ? 118 : 53) : 58;
    },
    getItemKey: (index) => lines[index]?.requestLineId ?? index,
    overscan: 3,
    scrollMargin: margin,
    scrollPaddingStart: 80,
  });

  const toggle = useCallback((lineId: string) => {
    setFolded((now) => {
      const next = new Set(now);
      if (!next.delete(lineId)) {
        next.add(lineId);
      }
      return next;
    });
  }, []);

  useImperativeHandle(handle, () => ({
    reveal(lineId) {
      setFilter(undefined);
      setSearch(undefined);
      setResets((now) => now + 1);
      setFolded((now) => new Set([...now].filter((one) => one !== lineId)));
      const index = ground.comparison.lines.findIndex((line) => line.requestLineId === lineId);
      rows.scrollToIndex(index, { align: 'center' });
      setTimeout(() => {
        const line = list.current?.querySelector(`[data-line="${lineId}"]`);
        (
          line?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
          line?.querySelector<HTMLElement>('input')
        )?.focus();
      }, 120);
    },
  }));

  /** Up and down go from field to field, as in a sheet. */
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLInputElement)) {
      return;
    }
    const fields = [...(list.current?.querySelectorAll<HTMLInputElement>('input:not(:disabled)') ?? [])];
    const next = fields[fields.indexOf(event.target) + step];
    if (next) {
      event.preventDefault();
      next.focus();
      next.select();
      next.scrollIntoView({ block: 'nearest' });
    }
  }

  return (
    <>
      <ListTools>
        <SearchBox label={t('searchLines')} value={search} onChange={setSearch} key={resets} />
        <FilterSelect<Filter>
          label={t('whichLines')}
          all={t('allLines')}
          value={filter}
          options={(['short', 'open', 'wrong'] as const).map((value) => ({
            value,
            label: t(`lines_${value}`),
          }))}
          onChange={setFilter}
        />
        <Group gap={4} ms="auto">
          <Button variant="subtle" size="compact-sm" onClick={() => setFolded(new Set())}>
            {t('unfoldAll')}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setFolded(new Set(lines.map((line) => line.requestLineId)))}
          >
            {t('foldAll')}
          </Button>
        </Group>
      </ListTools>
      <Panel padded={false}>
        {lines.length === 0 && (
          <Empty drawing="loom" title={t('noLineFound')}>
            {filter ? t(`lines_${filter}_none`) : t('noLineFoundHint')}
          </Empty>
        )}
        <div
          ref={list}
          role="list"
          aria-label={t('lines')}
          className={styles.list}
          style={{ blockSize: rows.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {rows.getVirtualItems().map((row) => {
            const line = lines[row.index];
            return (
              line && (
                <div
                  key={row.key}
                  ref={rows.measureElement}
                  role="listitem"
                  data-index={row.index}
                  data-line={line.requestLineId}
                  className={styles.item}
                  style={{ transform: `translateY(${row.start - margin}px)` }}
                >
                  <LineAllocation
                    ground={ground}
                    line={line}
                    planned={plan.lines.get(line.requestLineId)}
                    plan={plan}
                    typed={typed}
                    refusals={refusals}
                    folded={folded.has(line.requestLineId)}
                    onToggle={toggle}
                    onGive={onGive}
                  />
                </div>
              )
            );
          })}
        </div>
      </Panel>
    </>
  );
});
