import { startPanel } from '../../components/paper-panel/start-panel';
import './popup.css';

startPanel(document.getElementById('root')!);
