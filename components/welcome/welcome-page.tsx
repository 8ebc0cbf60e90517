import { t } from '../../lib/i18n';
import { BrandIcon } from './brand-icon';
import { PinPicture } from './pin-picture';
import { StartReading } from './start-reading';
import { TryOut } from './try-out';
import './welcome.css';

/** The first five minutes: what Offprint does, a try, and the way to the first list. */
export function WelcomePage() {
  return (
    <main className="welcome">
      <header className="welcome-head">
        <BrandIcon />
        <h1>{t('welcome_title')}</h1>
        <p>{t('welcome_lead')}</p>
      </header>

      <section aria-labelledby="try">
        <h2 id="try">{t('welcome_try')}</h2>
        <p>{t('welcome_try_text')}</p>
        <TryOut />
      </section>

      <section aria-labelledby="start">
        <h2 id="start">{t('welcome_start')}</h2>
        <p>{t('welcome_start_text')}</p>
        <StartReading />
      </section>

      <section aria-labelledby="pin">
        <h2 id="pin">{t('welcome_pin')}</h2>
        <div className="welcome-pin">
          <ol>
            <li>{t('welcome_pin_1')}</li>
            <li>{t('welcome_pin_2')}</li>
            <li>{t('welcome_pin_3')}</li>
          </ol>
          <PinPicture />
        </div>
      </section>

      <section aria-labelledby="kept">
        <h2 id="kept">{t('welcome_kept')}</h2>
        <ul className="welcome-facts">
          {(['here', 'nobody', 'lost', 'off'] as const).map((fact) => (
            <li key={fact}>
              <h3>{t(`welcome_${fact}`)}</h3>
              <p>{t(`welcome_${fact}_text`)}</p>
            </li>
          ))}
        </ul>
      </section>

      <footer className="welcome-foot">
        <a href="/options.html">{t('welcome_settings')}</a>
        <a href="/options.html#keyboard">{t('welcome_keys')}</a>
      </footer>
    </main>
  );
}
