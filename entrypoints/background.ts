import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { aside } from '../lib/background/aside';
import { onCommand } from '../lib/background/commands';
import { DIGEST_ALARM, runDigest } from '../lib/background/digest';
import { onNewsButton, onNewsClicked } from '../lib/background/digest-buttons';
import { showUnread } from '../lib/background/digest-news';
import { FILL_ALARM, fillAbstracts } from '../lib/background/fill-abstracts';
import { handlers } from '../lib/background/handlers';
import { HOUSEKEEPING_ALARM, housekeeping } from '../lib/background/housekeeping';
import { onInstalled } from '../lib/background/installed';
import { keepPdfs, PDF_ALARM } from '../lib/background/keep-pdfs';
import { onMenu } from '../lib/background/menus';
import { onOmniboxEntered, onOmniboxTyped } from '../lib/background/omnibox';
import { receive } from '../lib/background/receive';
import { startWorker } from '../lib/background/start';
import { runSnapshots, SNAPSHOT_ALARM } from '../lib/background/snapshots';
import { onWake } from '../lib/background/wake';

export default defineBackground(() => {
  const worker = startWorker();
  const origin = browser.runtime.getURL('/');

  browser.runtime.onMessage.addListener((message, sender) =>
    receive(worker, handlers, message, sender, origin),
  );
  // It is for this listener that Firefox starts us with the browser; the rest is done in onWake.
  browser.runtime.onStartup.addListener(() => aside(showUnread()));
  browser.runtime.onInstalled.addListener((details) => aside(onInstalled(details)));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === FILL_ALARM) aside(fillAbstracts(worker));
    if (name === PDF_ALARM) aside(keepPdfs(worker));
    if (name === HOUSEKEEPING_ALARM) aside(housekeeping(worker));
    if (name === DIGEST_ALARM) aside(runDigest(worker));
    if (name === SNAPSHOT_ALARM) aside(runSnapshots(worker));
  });
  browser.notifications.onClicked.addListener((id) => aside(onNewsClicked(id)));
  browser.notifications.onButtonClicked?.addListener((id, button) =>
    aside(onNewsButton(worker, id, button)),
  );
  browser.contextMenus.onClicked.addListener((info, tab) => aside(onMenu(worker, info, tab)));
  browser.commands.onCommand.addListener((name, tab) => aside(onCommand(worker, name, tab)));
  browser.omnibox.onInputChanged.addListener((text, suggest) =>
    aside(onOmniboxTyped(worker, text, suggest)),
  );
  browser.omnibox.onInputEntered.addListener((text, how) => aside(onOmniboxEntered(text, how)));
  addEventListener('online', () => {
    aside(fillAbstracts(worker));
    aside(keepPdfs(worker));
    aside(runDigest(worker));
  });

  onWake(worker);
});
