import { createRoot } from 'react-dom/client';
import { AppFrame } from '../app-frame';
import { readOpening } from './opening';
import { PaperPanel } from './paper-panel';

/** Reads what the panel shows first, then draws it; a database that cannot be read is said. */
export function startPanel(element: HTMLElement): void {
  const root = createRoot(element);
  const draw = (panel: React.ReactNode) => root.render(<AppFrame>{panel}</AppFrame>);
  readOpening().then(
    (opening) => draw(<PaperPanel opening={opening} />),
    (error: unknown) => draw(<Unreadable error={error} />),
  );
}

// The frame around it says what is to be said.
function Unreadable({ error }: { error: unknown }): never {
  throw error;
}
