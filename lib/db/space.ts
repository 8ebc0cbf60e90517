export interface Space {
  /** Bytes used by everything Offprint keeps. */
  used: number;
  /** Bytes the browser would give. */
  quota: number;
  /** Whether the browser promised not to drop it when the disk runs full. */
  persisted: boolean;
}

/** How much is kept, and how safely; undefined where the browser does not say. */
export async function readSpace(
  storage: StorageManager | undefined = navigator.storage,
): Promise<Space | undefined> {
  if (!storage?.estimate) return undefined;
  const [{ usage, quota }, persisted] = await Promise.all([
    storage.estimate(),
    storage.persisted?.() ?? false,
  ]);
  return usage === undefined ? undefined : { used: usage, quota: quota ?? 0, persisted };
}

/** Asks the browser never to drop what is kept; false where it does not promise. */
export async function askToPersist(
  storage: StorageManager | undefined = navigator.storage,
): Promise<boolean> {
  if (!storage?.persist) return false;
  return (await storage.persisted()) || (await storage.persist().catch(() => false));
}
