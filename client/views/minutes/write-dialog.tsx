import { useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { type Minutes, type MinutesSectionId, useWriteMinutes } from '../../api/minutes.ts';
import { FileBlock } from '../../documents/file-block.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './minutes.module.css';
import { recordBlocks, writtenText } from './minutes-file.ts';
import { SECTION_WORDS } from './minutes-words.ts';
import { directionOf, languageName } from './paper-language.ts';

interface WriteProps {
  minutes: Minutes;
  language: string;
  paper: IntlShape;
  zone: string;
  onClose: () => void;
}

const LONGEST = 10_000;

/** One section: what was recorded on one side, what is to stand in its place on the other. */
export function WriteDialog({ minutes, language, paper, zone, onClose }: WriteProps) {
  const intl = useIntl();
  const [sectionId, setSection] = useState<MinutesSectionId>('agenda');
  const [typed, setTyped] = useState<Partial<Record<MinutesSectionId, string>>>({});
  const write = useWriteMinutes(minutes);
  const section = minutes.sections.find(({ id }) => id === sectionId);
  const kept = section ? writtenText(minutes, section, language) : '';
  const text = typed[sectionId] ?? kept;
  const save = (wanted: string) =>
    write.mutate({ section: sectionId, language, text: wanted }, { onSuccess: onClose });
  return (
    <Dialog
      title={intl.formatMessage(
        { id: 'minutes.writeTitle', defaultMessage: 'Write in place of a section ({language})' },
        { language: languageName(intl, language) },
      )}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <>
          {kept === '' ? null : (
            <Button isPending={write.isPending} onPress={() => save('')}>
              <FormattedMessage id="minutes.toRecord" defaultMessage="Go back to the record" />
            </Button>
          )}
          <Button onPress={onClose}>
            {intl.formatMessage({ id: 'ui.cancel', defaultMessage: 'Cancel' })}
          </Button>
          <Button
            kind="primary"
            isPending={write.isPending}
            isDisabled={text.trim() === kept || text.trim() === ''}
            onPress={() => save(text)}
          >
            <FormattedMessage id="minutes.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <Select
        label={intl.formatMessage({ id: 'minutes.section', defaultMessage: 'Section' })}
        choices={minutes.sections.map(({ id }) => ({ id, label: intl.formatMessage(SECTION_WORDS[id]) }))}
        value={sectionId}
        onChange={setSection}
      />
      <div className={styles.pair}>
        <section aria-labelledby="minutes-record">
          <h3 id="minutes-record">
            <FormattedMessage id="minutes.record" defaultMessage="What was recorded" />
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
          <div className={styles.record} tabIndex={0}>
            {section
              ? recordBlocks({ intl: paper, zone }, section).map((block, i) => (
                  // Pieces stand in a fixed order.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <FileBlock key={i} block={block} />
                ))
              : null}
          </div>
        </section>
        <div dir={directionOf(language)} lang={language}>
          <TextArea
            label={intl.formatMessage({ id: 'minutes.text', defaultMessage: 'What stands in its place' })}
            hint={intl.formatMessage({
              id: 'minutes.textHint',
              defaultMessage:
                'The record is kept beside it. Everybody who reads this section reads your text: nothing internal, no names.',
            })}
            rows={12}
            maxLength={LONGEST}
            value={text}
            onChange={(value) => setTyped({ ...typed, [sectionId]: value })}
          />
        </div>
      </div>
      <ErrorNotice error={write.error} />
    </Dialog>
  );
}
