import { createRoot } from 'react-dom/client';
import { AppFrame } from '../../components/app-frame';
import { SettingsPage } from '../../components/settings/settings-page';

createRoot(document.getElementById('root')!).render(
  <AppFrame>
    <SettingsPage />
  </AppFrame>,
);
