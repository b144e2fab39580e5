import { type MessageDescriptor, useIntl } from 'react-intl';

/** Codes with their words, as choices of a field. */
export function useChoices() {
  const intl = useIntl();
  return <Id extends string>(words: Readonly<Record<Id, MessageDescriptor>>): { id: Id; label: string }[] => {
    const described: Readonly<Record<string, MessageDescriptor>> = words;
    // The keys of such a record are its codes; Object.keys forgets it.
    return (Object.keys(words) as Id[]).map((id) => ({ id, label: intl.formatMessage(described[id]) }));
  };
}
