import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { type Attendance, type Meeting, useSetAttendance } from '../../api/meetings.ts';
import { useOrganisations } from '../../api/organisations.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { CheckList } from '../../ui/check-list.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import styles from './meetings.module.css';

const NOBODY = { f: 0, m: 0, unsaid: 0 };
const NONE: Attendance = {
  police: NOBODY,
  members: NOBODY,
  public: { ...NOBODY, youth: 0, older: 0, disabled: null },
  organisationIds: [],
};
const SEXES = ['f', 'm', 'unsaid'] as const;
type Group = 'members' | 'police' | 'public';

/** How many were there, by group: numbers, and no field for a name. */
export function AttendanceDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const intl = useIntl();
  const save = useSetAttendance();
  const [counted, setCounted] = useState<Attendance>(meeting.attendance ?? NONE);
  const organisations = useOrganisations().data?.items ?? [];
  const whole = (value: number) => (Number.isNaN(value) ? 0 : value);
  const names: Record<Group, string> = {
    members: intl.formatMessage({ id: 'attendance.members', defaultMessage: 'Members of the committee' }),
    police: intl.formatMessage({ id: 'attendance.police', defaultMessage: 'Police' }),
    public: intl.formatMessage({ id: 'attendance.public', defaultMessage: 'Public' }),
  };
  const sexes = {
    f: intl.formatMessage({ id: 'attendance.f', defaultMessage: 'Women' }),
    m: intl.formatMessage({ id: 'attendance.m', defaultMessage: 'Men' }),
    unsaid: intl.formatMessage({ id: 'attendance.unsaid', defaultMessage: 'Not said' }),
  };
  const more = {
    youth: intl.formatMessage({ id: 'attendance.youth', defaultMessage: 'Young people' }),
    older: intl.formatMessage({ id: 'attendance.older', defaultMessage: 'Older people' }),
    disabled: intl.formatMessage({ id: 'attendance.disabled', defaultMessage: 'Disabled people' }),
  };
  return (
    <ConfirmDialog
      title={intl.formatMessage({ id: 'attendance.title', defaultMessage: 'Who was there' })}
      isOpen
      onClose={onClose}
      onConfirm={() => save.mutate({ meeting, counted }, { onSuccess: onClose })}
      confirmLabel={intl.formatMessage({ id: 'meeting.save', defaultMessage: 'Save' })}
      isPending={save.isPending}
    >
      <div className={styles.form}>
        <ErrorNotice error={save.error} />
        {(['members', 'police', 'public'] as const).map((group) => (
          <fieldset key={group} className={styles.counts}>
            <legend>{names[group]}</legend>
            {SEXES.map((sex) => (
              <NumberField
                key={sex}
                label={sexes[sex]}
                value={counted[group][sex]}
                onChange={(value) =>
                  setCounted({ ...counted, [group]: { ...counted[group], [sex]: whole(value) } })
                }
                minValue={0}
                maxValue={100_000}
              />
            ))}
          </fieldset>
        ))}
        {organisations.length > 0 ? (
          <CheckList
            label={intl.formatMessage({
              id: 'attendance.organisations',
              defaultMessage: 'Organisations that were there',
            })}
            allLabel={intl.formatMessage({ id: 'attendance.organisations.none', defaultMessage: 'None' })}
            items={organisations}
            chosen={counted.organisationIds}
            onChange={(organisationIds) => setCounted({ ...counted, organisationIds })}
          />
        ) : null}
        <fieldset className={styles.counts}>
          <legend>
            <FormattedMessage id="attendance.among" defaultMessage="Among the public" />
          </legend>
          {(['youth', 'older', 'disabled'] as const).map((group) => (
            <NumberField
              key={group}
              label={more[group]}
              value={counted.public[group] ?? Number.NaN}
              onChange={(value) =>
                setCounted({
                  ...counted,
                  public: {
                    ...counted.public,
                    [group]: Number.isNaN(value) ? (group === 'disabled' ? null : 0) : value,
                  },
                })
              }
              minValue={0}
              maxValue={100_000}
            />
          ))}
        </fieldset>
      </div>
    </ConfirmDialog>
  );
}
