import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { DigestPage } from '../../components/digest/digest-page';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <DigestPage />
  </AppFrame>,
);
