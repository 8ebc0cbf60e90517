import type { Folder } from '../../../lib/snapshots/picked-folder';

export interface FakeFolder {
  folder: Folder;
  files: Map<string, string>;
  /** What goes wrong: the disk is full, or keeps something else than it was given. */
  trouble?: 'full' | 'rot';
  permission: PermissionState;
}

/** A folder in memory that writes as browsers do: what was written is there once it is closed. */
export function fakeFolder({ canMove = true } = {}): FakeFolder {
  const files = new Map<string, string>();
  const handle = (name: string) => ({
    kind: 'file',
    name,
    getFile: () => Promise.resolve(new File([files.get(name) ?? ''], name, { lastModified: 1 })),
    createWritable: () => {
      let text = '';
      return Promise.resolve({
        async write(blob: Blob) {
          if (fake.trouble === 'full') throw new DOMException('full', 'QuotaExceededError');
          text = await blob.text();
          if (fake.trouble === 'rot') text = text.replace('e', 'f');
        },
        close: async () => void files.set(name, text),
        abort: async () => {},
      });
    },
    ...(canMove
      ? {
          async move(to: string) {
            files.set(to, files.get(name)!);
            files.delete(name);
          },
        }
      : {}),
  });
  const folder = {
    name: 'papers',
    async *values() {
      for (const name of [...files.keys()]) yield handle(name);
    },
    queryPermission: () => Promise.resolve(fake.permission),
    async getFileHandle(name: string) {
      if (!files.has(name)) files.set(name, '');
      return handle(name);
    },
    removeEntry: async (name: string) => void files.delete(name),
  } as unknown as Folder;
  const fake: FakeFolder = { folder, files, permission: 'granted' };
  return fake;
}
