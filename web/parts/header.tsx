// The head of every page: where one can go, a search, and who is logged in.
import { conflictsAddress, decisionsAddress, situationAddress } from '../../src/views/pages/addresses.ts';
import { FORMS } from '../../src/views/pages/forms.ts';
import { mayEdit, mayKeep, mayReview } from '../../src/views/pages/shell.ts';
import { useNavigation } from '../app/navigation.tsx';
import { FormToken } from './form-token.tsx';
import styles from './frame.module.css';

export function Header() {
  const { address, shell, days } = useNavigation();
  const path = address.split('?')[0]!;
  const places: (readonly [address: string, name: string])[] = [
    [situationAddress(days), 'Situation'],
    ['/changes', 'Changes'],
    [conflictsAddress(days), 'Conflicts'],
    [decisionsAddress(days), 'Decisions'],
    ['/reports', 'Reports'],
    ['/sources', 'Sources'],
    ['/method', 'Method'],
    ...(mayReview(shell) ? [['/review', 'Review'] as const] : []),
    ...(mayEdit(shell) ? [['/moderation', 'Moderation'] as const, ['/add', 'Add'] as const] : []),
    ...(mayKeep(shell) ? [['/operations', 'Operations'] as const] : []),
  ];
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.inner}>
        <a className={styles.mark} href="/">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
            <circle cx="10" cy="10" r="4.5" fill="currentColor" />
          </svg>
          Laydown
        </a>
        <nav className={styles.nav} aria-label="Pages">
          <ul>
            {places.map(([to, name]) => (
              <li key={name}>
                <a href={to} aria-current={to.split('?')[0] === path ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <search className={styles.search}>
          <form action="/search">
            <input type="search" name="q" aria-label="Search text, parties and places" placeholder="Search" />
          </form>
        </search>
        <Account />
      </div>
    </header>
  );
}

function Account() {
  const { shell } = useNavigation();
  if (shell.user === null)
    return (
      <div className={styles.who}>
        <a href="/login">Log in</a>
      </div>
    );
  return (
    <form className={styles.who} method="post" action={FORMS.logout.action}>
      <FormToken />
      <span>{shell.user.name}</span>
      <button className={styles.plain} type="submit">
        Log out
      </button>
    </form>
  );
}
