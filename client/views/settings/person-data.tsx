import { Download, EllipsisVertical, UserX } from 'lucide-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { Person } from '../../api/people.ts';
import { useForget, usePersonalData } from '../../api/personal-data.ts';
import { saveText } from '../../save-text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showFailure } from '../../ui/toast.tsx';
import { ForgetDialog } from './forget-dialog.tsx';

/** What an administrator does for somebody who asks: a file of what is held, or to be forgotten. */
export function PersonData({ person: { id, name } }: { person: Person }) {
  const intl = useIntl();
  const [leaving, setLeaving] = useState(false);
  const data = usePersonalData();
  const forget = useForget();
  const label = intl.formatMessage({ id: 'person-data.menu', defaultMessage: 'Data of {name}' }, { name });
  const save = () =>
    data.mutate(id, { onSuccess: (text) => saveText(text, 'data.json'), onError: showFailure });
  return (
    <>
      <Menu
        label={label}
        trigger={<IconButton label={label} icon={<EllipsisVertical aria-hidden />} />}
        actions={[
          {
            id: 'data',
            label: intl.formatMessage({
              id: 'person-data.export',
              defaultMessage: 'What is held about them',
            }),
            icon: <Download aria-hidden size={16} />,
            onAction: save,
          },
          {
            id: 'forget',
            label: intl.formatMessage({ id: 'person-data.forget', defaultMessage: 'Forget…' }),
            icon: <UserX aria-hidden size={16} />,
            separated: true,
            onAction: () => setLeaving(true),
          },
        ]}
      />
      {leaving ? (
        <ForgetDialog
          name={name}
          error={forget.error}
          isPending={forget.isPending}
          onConfirm={() => forget.mutate(id, { onSuccess: () => setLeaving(false) })}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </>
  );
}
