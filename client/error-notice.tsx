import { useIntl } from 'react-intl';
import { ApiError } from './api/client.ts';
import { Notice } from './ui/notice.tsx';

/** The sentence of the server, and the fields it names. Nothing when there is no error. */
export function ErrorNotice({ error }: { error: unknown }) {
  const intl = useIntl();
  if (!error) return null;
  const fields = error instanceof ApiError ? error.errors : [];
  const fallback = intl.formatMessage({
    id: 'error.unknown',
    defaultMessage: 'Something did not work. Try again.',
  });
  return (
    <Notice tone="red" title={error instanceof ApiError ? error.message : fallback}>
      {fields.length > 0
        ? fields.map((field) => <p key={field.pointer + field.detail}>{field.detail}</p>)
        : null}
    </Notice>
  );
}
