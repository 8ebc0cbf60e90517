import { startPanel } from '../../components/paper-panel/start-panel';
import './sidepanel.css';

startPanel(document.getElementById('root')!);
