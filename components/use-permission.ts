import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

export interface Permission {
  /** Undefined until the browser has said. */
  granted: boolean | undefined;
  /** False where the browser gave it with the install and takes it back only in its own settings. */
  removable: boolean;
  /** To be called straight from a click; the browser asks the user. */
  request(): Promise<void>;
  remove(): Promise<void>;
}

/** Whether we may read these origins, as it is now and as it changes. */
export function usePermission(origins: readonly string[]): Permission {
  const [granted, setGranted] = useState<boolean>();
  const key = origins.join(' ');
  useEffect(() => {
    const wanted = { origins: key.split(' ') };
    const look = () => void browser.permissions.contains(wanted).then(setGranted, () => {});
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [key]);

  const wanted = { origins: [...origins] };
  const required = browser.runtime.getManifest().host_permissions ?? [];
  return {
    granted,
    removable: import.meta.env.FIREFOX || !origins.some((origin) => required.includes(origin)),
    async request() {
      if (await browser.permissions.request(wanted)) setGranted(true);
    },
    async remove() {
      if (await browser.permissions.remove(wanted)) setGranted(false);
    },
  };
}
