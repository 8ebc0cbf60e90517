import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '../../lib/db/open';

/** The app of popup and side panel. */
export function PaperPanel() {
  const papers = useLiveQuery(async () => {
    const entries = await db.library.orderBy('savedAt').reverse().limit(50).toArray();
    return db.papers.bulkGet(entries.map((entry) => entry.paperId));
  });
  return (
    <ul>
      {papers?.map((paper) => paper && <li key={paper.id}>{paper.title}</li>)}
    </ul>
  );
}
