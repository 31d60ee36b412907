// The hidden fields that every form to be sent carries: the token of the session, and where to come back to.
import { COMMON_FIELDS } from '../../src/views/pages/forms.ts';
import { useNavigation } from '../app/navigation.tsx';

/** `back`: the page to come back to; this one where left out. */
export function FormToken({ back }: { back?: string }) {
  const { shell, address } = useNavigation();
  return (
    <>
      {shell.csrf === null ? null : <input type="hidden" name={COMMON_FIELDS.csrf} value={shell.csrf} />}
      <input type="hidden" name={COMMON_FIELDS.back} value={back ?? address} />
    </>
  );
}
