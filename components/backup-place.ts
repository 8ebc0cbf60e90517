import { browser } from 'wxt/browser';
import type { Settings } from '../lib/settings';
import { keepFolder, pickedFolder, type Folder } from '../lib/snapshots/picked-folder';

interface PickerWindow {
  showDirectoryPicker?(how: { id: string; mode: 'readwrite' }): Promise<Folder>;
}

/** Whether this browser lets us write into a folder of the user's choice. */
export function canPickFolder(): boolean {
  return 'showDirectoryPicker' in window;
}

/** Lets the user pick a folder, straight from a click; false where they picked none. */
export async function pickFolder(): Promise<boolean> {
  try {
    const folder = await (window as PickerWindow).showDirectoryPicker?.({
      id: 'offprint',
      mode: 'readwrite',
    });
    if (folder) await keepFolder(folder);
    return folder !== undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return false;
    throw error;
  }
}

/** Asks, straight from a click, for leave to save there; true where it is there already. */
export async function allowPlace(to: Settings['backupTo']): Promise<boolean> {
  if (to === 'downloads') return browser.permissions.request({ permissions: ['downloads'] });
  const folder = await pickedFolder();
  if (!folder) return pickFolder();
  const answer = await folder.requestPermission?.({ mode: 'readwrite' });
  return answer === undefined || answer === 'granted';
}
