// Logging in: for reviewers and editors. Reading needs no account.
import { FORM_LIMITS, FORMS } from '../../src/views/pages/forms.ts';
import { useNavigation } from '../app/navigation.tsx';
import { FormToken } from '../parts/form-token.tsx';
import styles from '../parts/forms.module.css';
import { Heading } from '../parts/heading.tsx';

export function LoginView() {
  const { shell } = useNavigation();
  const { name, password } = FORMS.login.fields;
  if (shell.user !== null)
    return <Heading title={`Logged in as ${shell.user.name}`} lede={`Your role is ${shell.user.role}.`} />;
  return (
    <>
      <Heading title="Log in" lede="For reviewers and editors. Reading needs no account." />
      <form method="post" action={FORMS.login.action} className={styles.form}>
        <FormToken back="/" />
        <div className={styles.field}>
          <label htmlFor="name">Name</label>
          <input id="name" name={name} required maxLength={FORM_LIMITS.name} autoComplete="username" />
        </div>
        <div className={styles.field}>
          <label htmlFor="password">Password</label>
          <input id="password" name={password} type="password" required autoComplete="current-password" />
        </div>
        <button type="submit" className={styles.primary}>
          Log in
        </button>
      </form>
    </>
  );
}
