import { checksum } from '../backup/write-backup';
import type { OffprintDb } from '../db/schema';
import { draftFile } from './draft';
import { SnapshotFailure } from './failure';
import { isSnapshotName, isUnfinishedName, UNFINISHED } from './name';
import type { Folder } from './picked-folder';
import type { Kept, Place } from './place';

type Movable = FileSystemFileHandle & { move?(name: string): Promise<void> };

/** Copies in a folder that the user picked; undefined stands for one that was never picked. */
export function folderPlace(db: OffprintDb, folder: Folder | undefined): Place {
  return {
    async mustBeOpen() {
      if (!folder) throw new SnapshotFailure('gone');
      const allowed = await folder.queryPermission?.({ mode: 'readwrite' });
      if (allowed && allowed !== 'granted') throw new SnapshotFailure('folder');
      // One that was deleted has its permission still.
      for await (const _ of folder.values()) break;
    },
    async draft(options) {
      const { file, ...said } = await draftFile(db, options);
      return { ...said, save: (name) => save(folder!, name, file), drop: async () => {} };
    },
    list: () => (folder ? snapshotsIn(folder) : Promise.resolve([])),
    async clear(name) {
      if (!folder) return;
      const names = (await filesIn(folder)).map((file) => file.name);
      const gone = names.filter((each) => each === name || isUnfinishedName(each));
      for (const each of gone) await folder.removeEntry(each);
    },
    async remove({ name }) {
      if (isSnapshotName(name)) await folder?.removeEntry(name);
    },
  };
}

/** The copies in a folder, newest first. */
export async function snapshotsIn(folder: Folder): Promise<Kept[]> {
  const handles = (await filesIn(folder)).filter(({ name }) => isSnapshotName(name));
  const files = await Promise.all(handles.map((handle) => handle.getFile()));
  return files
    .filter(({ size }) => size > 0)
    .map(({ name, size, lastModified }) => ({ name, bytes: size, at: lastModified }))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

async function filesIn(folder: Folder): Promise<FileSystemFileHandle[]> {
  const files: FileSystemFileHandle[] = [];
  for await (const entry of folder.values()) if (entry.kind === 'file') files.push(entry);
  return files;
}

/** Written under another name and read back, so that a file with the right name is always whole. */
async function save(folder: Folder, name: string, file: Blob): Promise<void> {
  const part: Movable = await folder.getFileHandle(name + UNFINISHED, { create: true });
  await write(part, file);
  if (part.move) {
    await part.move(name);
    return;
  }
  // What is written is put in place only when all of it is there.
  await write(await folder.getFileHandle(name, { create: true }), file);
  await folder.removeEntry(name + UNFINISHED);
}

async function write(handle: FileSystemFileHandle, file: Blob): Promise<void> {
  const stream = await handle.createWritable();
  try {
    await stream.write(file);
    await stream.close();
  } catch (error) {
    await stream.abort().catch(() => {});
    throw error;
  }
  const back = await handle.getFile();
  const isSame = back.size === file.size && (await sum(back)) === (await sum(file));
  if (!isSame) throw new SnapshotFailure('damaged');
}

async function sum(file: Blob): Promise<string> {
  return checksum(await file.arrayBuffer());
}
