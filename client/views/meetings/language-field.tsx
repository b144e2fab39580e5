import { useIntl } from 'react-intl';
import { TextField } from '../../ui/text-field.tsx';

interface LanguageFieldProps {
  value: readonly string[];
  onChange: (languages: string[]) => void;
}

/** Languages by their tags, the main one first; shown by their names below. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const intl = useIntl();
  const named = value.map(
    (tag) => intl.formatDisplayName(tag, { type: 'language', fallback: 'code' }) ?? tag,
  );
  return (
    <TextField
      label={intl.formatMessage({ id: 'meeting.languages', defaultMessage: 'Languages' })}
      hint={
        named.length > 0
          ? intl.formatList(named)
          : intl.formatMessage({
              id: 'meeting.languages.hint',
              defaultMessage: 'Their codes, the main language first: en ar fr',
            })
      }
      defaultValue={value.join(' ')}
      onChange={(text) => onChange(tagsIn(text))}
      inputDirection="ltr"
      maxLength={60}
    />
  );
}

/** What is no tag yet while somebody types is left out. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[\s,]+/).filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/.test(tag));
  return [...new Set(tags)].slice(0, 8);
}
