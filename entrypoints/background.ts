import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { paintBadge } from '../lib/background/badge';
import { handlers } from '../lib/background/handlers';
import { receive } from '../lib/background/receive';
import { startWorker } from '../lib/background/start';

export default defineBackground(() => {
  const worker = startWorker();
  const origin = browser.runtime.getURL('/');

  browser.runtime.onMessage.addListener((message, sender) =>
    receive(worker, handlers, message, sender, origin),
  );
  void paintBadge();
});
