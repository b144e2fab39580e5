import { type MessageDescriptor, useIntl } from 'react-intl';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useChoices } from './body-words.ts';
import { useInsteadOfLongText } from './instead-of-long-text.ts';

/** The fields of a part or an entry, each with the name its words give it. */
export function useBodyFields<Body extends object>(
  fields: Record<keyof Body, MessageDescriptor>,
  body: Body,
  set: (change: Partial<Body>) => void,
) {
  const intl = useIntl();
  const choices = useChoices();
  const instead = useInsteadOfLongText();
  const label = (field: keyof Body) => {
    const words: MessageDescriptor = fields[field];
    return intl.formatMessage(words);
  };
  // A field of a body that is named as a text is one: the keys are checked where the functions are called.
  const put = (field: keyof Body, value: unknown) => set({ [field]: value } as Partial<Body>);
  return {
    label,
    lineOf: (field: KeysOf<Body, string>, hint?: string) => (
      <TextField
        label={label(field)}
        hint={hint}
        value={String(body[field])}
        onChange={(text) => put(field, text)}
        maxLength={200}
      />
    ),
    textOf: (field: KeysOf<Body, string>, hint?: string, rows = 2) => (
      <TextArea
        label={label(field)}
        hint={hint}
        value={String(body[field])}
        onChange={(text) => put(field, text)}
        rows={rows}
        maxLength={field === 'statement' ? 2000 : 10_000}
        whenTooLong={instead}
      />
    ),
    choiceOf: <Id extends string>(field: keyof Body, words: Record<Id, MessageDescriptor>) => {
      const given = choices(words);
      const value = given.find(({ id }) => id === body[field])?.id ?? null;
      return <Select label={label(field)} choices={given} value={value} onChange={(id) => put(field, id)} />;
    },
  };
}

type KeysOf<Body, Type> = { [Key in keyof Body]: Body[Key] extends Type ? Key : never }[keyof Body];
