import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { LibraryPage } from '../../components/library/library-page';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <LibraryPage />
  </AppFrame>,
);
