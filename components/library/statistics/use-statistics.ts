import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { db } from '../../../lib/db/open';
import { forStatistics, type ForStatistics } from '../../../lib/db/statistics';
import { localDay, type Day, type Tag } from '../../../lib/paper';
import { countBy } from '../../../lib/statistics/count-by';
import { medianDays } from '../../../lib/statistics/median-days';
import { readingsOf } from '../../../lib/statistics/readings';
import { streaks, type Streaks } from '../../../lib/statistics/streaks';
import { tagMonths, type TagMonths } from '../../../lib/statistics/tag-months';
import { totals, type Totals } from '../../../lib/statistics/totals';
import { lastMonths, yearOfWeeks } from '../../../lib/statistics/weeks';
import { useNow } from '../../use-now';
import { weekStart } from './week-start';

/** What is counted: papers read, or papers saved. */
export type Counted = 'read' | 'saved';

/** The numbers of the page. */
export interface Statistics {
  today: Day;
  /** Whether there is anything to count. */
  isEmpty: boolean;
  totals: Totals;
  streaks: Streaks;
  /** Days from saved to read; undefined where nothing was read. */
  median: number | undefined;
  weeks: Day[][];
  perDay: ReadonlyMap<Day, number>;
  months: string[];
  byTag: TagMonths[];
  tags: ReadonlyMap<string, Tag>;
}

const MONTHS = 12;
const TOP = 6;

/** Follows every change; undefined until the library was read. */
export function useStatistics(counted: Counted): Statistics | undefined {
  const read = useLiveQuery(() => forStatistics(db));
  const now = useNow();
  const today = localDay(now);
  return useMemo(() => read && numbersOf(read, counted, today), [read, counted, today]);
}

function numbersOf(
  { saved, changes, tags }: ForStatistics,
  counted: Counted,
  today: Day,
): Statistics {
  const readAt = readingsOf(changes, saved);
  const readDays = new Map([...readAt].map(([id, at]) => [id, localDay(at)] as const));
  const papers = saved.flatMap(({ paperId, savedAt, tagIds }) => {
    const day = counted === 'read' ? readDays.get(paperId) : localDay(savedAt);
    return day === undefined ? [] : [{ day, tagIds }];
  });
  const perDayRead = countBy(readDays.values());
  const spans = saved.flatMap(({ paperId, savedAt }): [Day, Day][] => {
    const day = readDays.get(paperId);
    return day === undefined ? [] : [[localDay(savedAt), day]];
  });
  const starts = weekStart();
  const months = lastMonths(today, MONTHS);
  return {
    today,
    isEmpty: saved.length === 0 && readAt.size === 0,
    totals: totals(perDayRead, today, starts),
    streaks: streaks(new Set(readDays.values()), today),
    median: medianDays(spans),
    weeks: yearOfWeeks(today, starts),
    perDay: counted === 'read' ? perDayRead : countBy(papers.map(({ day }) => day)),
    months,
    byTag: tagMonths(papers, months, TOP),
    tags: new Map(tags.map((tag) => [tag.id, tag])),
  };
}
