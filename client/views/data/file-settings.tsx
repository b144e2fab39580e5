import { defineMessages, FormattedMessage, useIntl } from 'react-intl';
import type { Inspection, Mapping, TimeSource } from '../../api/imports.ts';
import { useAssetKindText } from '../../asset-kinds.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './data.module.css';
import type { ImportDraft } from './use-import-draft.ts';

const DELIMITER_WORDS = defineMessages({
  ',': { id: 'import.delimiter.comma', defaultMessage: 'Comma' },
  ';': { id: 'import.delimiter.semicolon', defaultMessage: 'Semicolon' },
  '\t': { id: 'import.delimiter.tab', defaultMessage: 'Tab' },
  '|': { id: 'import.delimiter.pipe', defaultMessage: 'Pipe' },
});

const ENCODING_NAMES = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
};

const ORDER_WORDS = defineMessages({
  iso: { id: 'import.order.iso', defaultMessage: '2024-12-31' },
  'day-first': { id: 'import.order.day-first', defaultMessage: '31/12/2024' },
  'month-first': { id: 'import.order.month-first', defaultMessage: '12/31/2024' },
  'unix-seconds': { id: 'import.order.unix-seconds', defaultMessage: 'Seconds since 1970' },
  'unix-milliseconds': { id: 'import.order.unix-milliseconds', defaultMessage: 'Milliseconds since 1970' },
});

/** Delimiter, encoding, decimal mark, order of dates, time zone, swapped axes. */
export function FileSettings({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const { mapping } = draft;
  if (!mapping) return null;
  return (
    <div className={styles.fields}>
      {mapping.file.format === 'csv' ? <CsvFields draft={draft} inspection={inspection} /> : <Format />}
      {mapping.kind === 'incidents' && mapping.time ? (
        <TimeFields
          time={mapping.time}
          onChange={(change) =>
            draft.setMapping({ ...mapping, time: mapping.time ? { ...mapping.time, ...change } : null })
          }
        />
      ) : null}
      <PositionFields mapping={mapping} onChange={draft.setMapping} />
      <FixedKind mapping={mapping} onChange={draft.setMapping} />
    </div>
  );
}

function Format() {
  return (
    <p className={styles.quiet}>
      <FormattedMessage id="import.format.geojson" defaultMessage="GeoJSON in longitude and latitude" />
    </p>
  );
}

function CsvFields({ draft, inspection }: { draft: ImportDraft; inspection: Inspection }) {
  const intl = useIntl();
  const { mapping } = draft;
  if (mapping?.file.format !== 'csv' || mapping.kind === 'areas' || mapping.kind === 'streets') return null;
  const { file } = mapping;
  const set = (change: Partial<typeof file>) =>
    draft.setMapping({ ...mapping, file: { ...file, ...change } });
  const { delimiters, encodings } = inspection.alternatives;
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'import.delimiter', defaultMessage: 'Between the columns' })}
        value={file.delimiter}
        onChange={(delimiter) => set({ delimiter })}
        choices={[...new Set([file.delimiter, ...delimiters])].map((id) => ({
          id,
          label: intl.formatMessage(DELIMITER_WORDS[id]),
        }))}
      />
      <Select
        label={intl.formatMessage({ id: 'import.encoding', defaultMessage: 'Encoding of the text' })}
        value={file.encoding}
        onChange={(encoding) => set({ encoding })}
        choices={[...new Set([file.encoding, ...encodings])].map((id) => ({ id, label: ENCODING_NAMES[id] }))}
      />
      <Select
        label={intl.formatMessage({ id: 'import.decimal', defaultMessage: 'Decimal mark' })}
        value={file.decimal}
        onChange={(decimal) => set({ decimal })}
        choices={[
          {
            id: '.',
            label: intl.formatMessage({ id: 'import.decimal.point', defaultMessage: 'Point (39.95)' }),
          },
          {
            id: ',',
            label: intl.formatMessage({ id: 'import.decimal.comma', defaultMessage: 'Comma (39,95)' }),
          },
        ]}
      />
    </>
  );
}

function TimeFields({
  time,
  onChange,
}: {
  time: TimeSource;
  onChange: (change: Partial<TimeSource>) => void;
}) {
  const intl = useIntl();
  const zones = [...new Set([time.timezone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <>
      <Select
        label={intl.formatMessage({ id: 'import.order', defaultMessage: 'How dates are written' })}
        value={time.order}
        onChange={(order) => onChange({ order })}
        choices={(Object.keys(ORDER_WORDS) as (keyof typeof ORDER_WORDS)[]).map((id) => ({
          id,
          label: intl.formatMessage(ORDER_WORDS[id]),
        }))}
      />
      <Select
        label={intl.formatMessage({ id: 'import.timezone', defaultMessage: 'Time zone of the times' })}
        value={time.timezone}
        onChange={(timezone) => onChange({ timezone })}
        choices={zones.map((id) => ({ id, label: id.replaceAll('_', ' ') }))}
      />
    </>
  );
}

function PositionFields({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const intl = useIntl();
  if (mapping.kind !== 'incidents' && mapping.kind !== 'assets') return null;
  const { position } = mapping;
  if (position.from === 'geometry') return null;
  if (position.from === 'columns')
    return (
      <div className={styles.check}>
        <Checkbox
          isSelected={position.swapped}
          onChange={(swapped) => onChange({ ...mapping, position: { ...position, swapped } })}
        >
          <FormattedMessage
            id="import.swapped"
            defaultMessage="Longitude and latitude stand the wrong way round"
          />
        </Checkbox>
      </div>
    );
  return (
    <Select
      label={intl.formatMessage({ id: 'import.pair-order', defaultMessage: 'Order inside the position' })}
      value={position.order}
      onChange={(order) => onChange({ ...mapping, position: { ...position, order } })}
      choices={[
        {
          id: 'lat-lon',
          label: intl.formatMessage({
            id: 'import.pair-order.lat-lon',
            defaultMessage: 'Latitude, longitude',
          }),
        },
        {
          id: 'lon-lat',
          label: intl.formatMessage({
            id: 'import.pair-order.lon-lat',
            defaultMessage: 'Longitude, latitude',
          }),
        },
      ]}
    />
  );
}

/** One category, or one kind of asset, for every row when no column holds it. */
function FixedKind({ mapping, onChange }: { mapping: Mapping; onChange: (mapping: Mapping) => void }) {
  const intl = useIntl();
  const kindText = useAssetKindText();
  if (mapping.kind === 'assets' && mapping.assetKind.column === null)
    return (
      <TextField
        label={intl.formatMessage({ id: 'import.fixed.asset', defaultMessage: 'Kind of every asset' })}
        value={mapping.assetKind.fixed}
        hint={kindText(mapping.assetKind.fixed)}
        onChange={(fixed) =>
          fixed !== '' && onChange({ ...mapping, assetKind: { ...mapping.assetKind, fixed } })
        }
      />
    );
  if (mapping.kind === 'incidents' && mapping.category.column === null)
    return (
      <TextField
        label={intl.formatMessage({ id: 'import.fixed.category', defaultMessage: 'Category of every row' })}
        value={mapping.category.fixed ?? ''}
        onChange={(fixed) =>
          onChange({ ...mapping, category: { ...mapping.category, fixed: fixed || null } })
        }
      />
    );
  return null;
}
