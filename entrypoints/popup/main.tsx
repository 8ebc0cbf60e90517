import { createRoot } from 'react-dom/client';
import '../../components/theme.css';
import { PaperPanel } from '../../components/paper-panel/paper-panel';

createRoot(document.getElementById('root')!).render(<PaperPanel />);
