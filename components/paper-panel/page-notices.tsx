import { plural } from '../../lib/i18n';
import type { TabPage } from '../../lib/tab-page';
import { FillQuestion } from './fill-question';
import { Notice } from '../notice';

/** What is to be said about the page in the tab: what could not be read, what may be fetched. */
export function PageNotices({ page }: { page: TabPage }) {
  const sentence = shortfall(page);
  return (
    <>
      {sentence && <Notice tone="warn" text={sentence} />}
      <FillQuestion paperIds={page.paperIds} />
    </>
  );
}

/** The sentence for a page that gave less than its markup promised. */
function shortfall({ promised, found }: TabPage): string | undefined {
  if (found.rows < promised.rows) return plural('health_rows', promised.rows, found.rows);
  if (found.abstracts < promised.abstracts)
    return plural('health_abstracts', promised.abstracts, found.abstracts);
  return undefined;
}
