import { useIntl } from 'react-intl';
import { useAssetKindText } from '../../../../asset-kinds.ts';

/** Kinds of assets in one line. */
export function useAssetKindsText(): (kinds: readonly string[]) => string {
  const intl = useIntl();
  const kindText = useAssetKindText();
  return (kinds) => intl.formatList(kinds.map(kindText), { type: 'conjunction' });
}
