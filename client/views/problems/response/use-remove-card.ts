import { useIntl } from 'react-intl';
import { type ResponseCard, useAddCard, useRemoveCard } from '../../../api/response-cards.ts';
import { showFailure, showToast } from '../../../ui/toast.tsx';
import { cardFieldsOf } from './card-words.ts';

/** Takes a card of the workspace out; undone, it is written anew. Options begun from it keep what they say. */
export function useRemoveCardWithUndo() {
  const intl = useIntl();
  const remove = useRemoveCard();
  const add = useAddCard();
  return (card: ResponseCard) =>
    remove.mutateAsync({ id: card.id, version: card.version ?? 0 }).then(
      () =>
        showToast({
          text: intl.formatMessage(
            { id: 'card.retired', defaultMessage: '“{title}” was taken out. Options begun from it stay.' },
            { title: card.title },
          ),
          action: {
            label: intl.formatMessage({ id: 'data.undo', defaultMessage: 'Undo' }),
            onPress: () => add.mutateAsync(cardFieldsOf(card)).catch(showFailure),
          },
        }),
      showFailure,
    );
}
