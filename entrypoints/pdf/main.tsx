import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { PdfPage } from '../../components/pdf/pdf-page';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <PdfPage paperId={location.hash.slice(1)} />
  </AppFrame>,
);
addEventListener('hashchange', () => location.reload());
