import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnListing } from '../lib/listing/run';
import { arxivLists } from '../lib/sites/arxiv-pages';

export default defineContentScript({
  matches: [...arxivLists.matches],
  main: (ctx) => runOnListing(ctx, arxivLists),
});
