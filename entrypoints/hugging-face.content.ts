import { defineContentScript } from 'wxt/utils/define-content-script';
import { besideLinks } from '../lib/listing/placement';
import { runOnListing } from '../lib/listing/run';
import { huggingFace } from '../lib/sites/hugging-face';

export default defineContentScript({
  matches: [...huggingFace.matches],
  main: (ctx) => runOnListing(ctx, huggingFace, besideLinks()),
});
