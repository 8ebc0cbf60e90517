import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readTextListing } from '../lib/sites/text-listing';

/** Run in a page that no adapter knows, when the user asks for it; its result is the papers there. */
export default defineUnlistedScript(() => readTextListing(document.body?.innerText ?? ''));
