import { defineContentScript } from 'wxt/utils/define-content-script';
import { besideLinks } from '../lib/listing/placement';
import { runOnListing } from '../lib/listing/run';
import { huggingFacePages } from '../lib/sites/hugging-face';

export default defineContentScript({
  matches: [...huggingFacePages.matches],
  main: (ctx) => runOnListing(ctx, huggingFacePages, besideLinks()),
});
