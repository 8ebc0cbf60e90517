import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { WelcomePage } from '../../components/welcome/welcome-page';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <WelcomePage />
  </AppFrame>,
);
