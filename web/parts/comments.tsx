// What readers say below a report, and the form to say it: nothing appears before an editor has approved it.
import type { CommentView } from '../../src/views/pages/comments.ts';
import { FORM_LIMITS, FORMS } from '../../src/views/pages/forms.ts';
import { useNavigation } from '../app/navigation.tsx';
import styles from './comments.module.css';
import { FormToken } from './form-token.tsx';
import forms from './forms.module.css';

export function Comments({ report, comments }: { report: string; comments: readonly CommentView[] }) {
  const { shell } = useNavigation();
  const shown = comments.filter(({ state }) => state === 'approved');
  return (
    <section
      className={shown.length === 0 ? `${styles.section} ${styles.none}` : styles.section}
      aria-labelledby="comments"
    >
      <h2 id="comments">
        {shown.length === 0 ? 'Comments' : shown.length === 1 ? '1 comment' : `${shown.length} comments`}
      </h2>
      {shown.map((comment) => (
        <article key={comment.id} className={styles.comment}>
          <p className={styles.by}>
            <strong>{comment.name}</strong> <time dateTime={comment.posted}>{comment.posted.slice(0, 10)}</time>
          </p>
          <p className={styles.text}>{comment.text}</p>
        </article>
      ))}
      {shell.csrf === null ? null : <CommentForm report={report} isFirst={shown.length === 0} />}
    </section>
  );
}

function CommentForm({ report, isFirst }: { report: string; isFirst: boolean }) {
  const { name, email, text, website } = FORMS.comment.fields;
  return (
    <form method="post" action={FORMS.comment.action(report)} className={forms.form}>
      <h3>{isFirst ? 'Be the first to comment' : 'Add a comment'}</h3>
      <p className={forms.hint}>
        Do you know more about these numbers, or where one is wrong? An editor reads every comment before it appears.
        Fields with <span className={forms.required}>*</span> are required.
      </p>
      <FormToken />
      <div className={forms.pair}>
        <div className={forms.field}>
          <label htmlFor="comment-name">
            Name <span className={forms.required}>*</span>
          </label>
          <input id="comment-name" name={name} required maxLength={FORM_LIMITS.name} autoComplete="name" />
        </div>
        <div className={forms.field}>
          <label htmlFor="comment-email">
            E-mail <span className={forms.required}>*</span>
          </label>
          <input
            id="comment-email"
            name={email}
            type="email"
            required
            maxLength={FORM_LIMITS.email}
            autoComplete="email"
            aria-describedby="comment-email-hint"
          />
          <p id="comment-email-hint" className={forms.hint}>
            Never published, and kept only as a keyed hash.
          </p>
        </div>
      </div>
      <div className={forms.field}>
        <label htmlFor="comment-text">
          Comment <span className={forms.required}>*</span>
        </label>
        <textarea id="comment-text" name={text} required maxLength={FORM_LIMITS.comment} />
      </div>
      <div className={forms.trap} aria-hidden="true">
        <label htmlFor="comment-website">Leave this empty</label>
        <input id="comment-website" name={website} tabIndex={-1} autoComplete="off" />
      </div>
      <button type="submit" className={forms.primary}>
        Send for approval
      </button>
    </form>
  );
}
