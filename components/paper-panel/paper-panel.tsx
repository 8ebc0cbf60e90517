import { useLiveQuery } from 'dexie-react-hooks';
import { newestSavedIds, paperRows } from '../../lib/db/list';
import { db } from '../../lib/db/open';

/** The app of popup and side panel. */
export function PaperPanel() {
  const rows = useLiveQuery(async () => paperRows(db, await newestSavedIds(db, 50)));
  return (
    <ul>
      {rows?.map(({ paper }) => (
        <li key={paper.id}>{paper.title}</li>
      ))}
    </ul>
  );
}
