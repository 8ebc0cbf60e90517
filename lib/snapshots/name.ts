import { localDay, type Instant } from '../paper';

/** The folder below the browser's downloads that copies go to. */
export const SNAPSHOT_FOLDER = 'Offprint';

/** What stands behind the name of a file that is still being written. */
export const UNFINISHED = '.part';

const NAME = /^offprint-\d{4}-\d\d-\d\d-\d{6}\.json$/;

/** The file name of a copy made at `now`: local date and time, so that names sort by age. */
export function snapshotName(now: Instant): string {
  const time = new Date(now).toTimeString().slice(0, 8).replaceAll(':', '');
  return `offprint-${localDay(now)}-${time}.json`;
}

/** Whether a file has a name that only a copy of ours has; nothing else is ever removed. */
export function isSnapshotName(name: string): boolean {
  return NAME.test(name);
}

/** Whether it is the beginning of a copy that was never finished. */
export function isUnfinishedName(name: string): boolean {
  return name.endsWith(UNFINISHED) && isSnapshotName(name.slice(0, -UNFINISHED.length));
}
