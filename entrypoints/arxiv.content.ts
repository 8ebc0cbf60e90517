import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnListing } from '../lib/listing/run';
import { arxiv } from '../lib/sites/arxiv';

export default defineContentScript({
  matches: [...arxiv.matches],
  main: (ctx) => runOnListing(ctx, arxiv),
});
