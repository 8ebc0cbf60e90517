import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnListing } from '../lib/listing/run';
import { arxivPapers } from '../lib/sites/arxiv-pages';

export default defineContentScript({
  matches: [...arxivPapers.matches],
  main: (ctx) => runOnListing(ctx, arxivPapers),
});
