import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { Library } from '../../components/library/library';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <Library />
  </AppFrame>,
);
