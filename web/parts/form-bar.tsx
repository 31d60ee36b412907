// A question as a row of fields: sent as an address, with or without script.
import type { ReactNode } from 'react';
import fields from './fields.module.css';
import styles from './form-bar.module.css';

export interface FormBarProps {
  readonly action: string;
  readonly label: string;
  readonly title?: string;
  readonly isChosen?: boolean;
  readonly button?: string;
  readonly children: ReactNode;
}

export const FormBar = ({ action, label, title, isChosen = true, button = 'Show', children }: FormBarProps) => (
  <form action={action} aria-label={label} className={isChosen ? styles.form : `${styles.form} ${styles.other}`}>
    {title === undefined ? null : <h2 className={styles.title}>{title}</h2>}
    <div className={fields.fields}>
      {children}
      <button type="submit" className={fields.button}>
        {button}
      </button>
    </div>
  </form>
);

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly isRequired?: boolean;
}

export const DateField = ({ name, label, value, isRequired = false }: FieldProps) => (
  <label className={fields.field}>
    <span>{label}</span>
    <input key={value} type="date" name={name} defaultValue={value} required={isRequired} />
  </label>
);

export const TextField = ({
  name,
  label,
  value,
  size,
  hint,
}: FieldProps & { readonly size?: number; readonly hint?: string }) => (
  <label className={fields.field}>
    <span>{label}</span>
    <input key={value} type="text" name={name} defaultValue={value} size={size} placeholder={hint} />
  </label>
);

export const ChoiceField = ({
  name,
  label,
  value,
  choices,
}: FieldProps & { readonly choices: readonly (readonly [value: string, label: string])[] }) => (
  <label className={fields.field}>
    <span>{label}</span>
    <select key={value} name={name} defaultValue={value}>
      {choices.map(([one, shown]) => (
        <option key={one} value={one}>
          {shown}
        </option>
      ))}
    </select>
  </label>
);

export const HiddenField = ({ name, value }: { readonly name: string; readonly value: string | undefined }) =>
  value === undefined ? null : <input type="hidden" name={name} value={value} />;
