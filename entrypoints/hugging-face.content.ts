import { defineContentScript } from 'wxt/utils/define-content-script';
import { runOnListing } from '../lib/listing/run';
import { huggingFace } from '../lib/sites/hugging-face';

export default defineContentScript({
  matches: [...huggingFace.matches],
  main: (ctx) => runOnListing(ctx, huggingFace),
});
