import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnListing } from '../lib/listing/run';
import { demo } from '../lib/sites/demo';

export default defineContentScript({
  matches: [...demo.matches],
  main: (ctx) => runOnListing(ctx, demo),
});
