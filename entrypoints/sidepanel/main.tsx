import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { PaperPanel } from '../../components/paper-panel/paper-panel';
import './sidepanel.css';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <PaperPanel />
  </AppFrame>,
);
