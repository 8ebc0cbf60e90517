import { CopyDb } from '../db/copy-schema';

interface BucketStorage {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * Opens the second copy in a place of its own: a storage bucket, whose files are apart, or, as in
 * Firefox, a database of its own, which has a file of its own there.
 */
export async function openCopy(): Promise<CopyDb> {
  const { storageBuckets } = navigator as { storageBuckets?: BucketStorage };
  const bucket = await storageBuckets?.open('second-copy');
  const copy = new CopyDb(bucket ? { indexedDB: bucket.indexedDB, IDBKeyRange } : {});
  await copy.open();
  return copy;
}
