import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { type RowVerdict, useTakeInPaper } from '../../api/concerns.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ErrorNotice } from '../../error-notice.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../use-today.ts';
import styles from './concerns.module.css';
import { Heads, PaperLine, type Row } from './paper-line.tsx';
import { NO_PLACE, PlaceDialog } from './paper-place.tsx';
import { sentRow } from './sent-row.ts';

export function PaperView() {
  const { data: workspace } = useWorkspace();
  return workspace ? <Paper /> : null;
}

/** A pile of paper, row by row by keyboard: Enter begins the next row with the same day and way. */
function Paper() {
  const today = useToday();
  const [rows, setRows] = useState<readonly Row[]>([emptyRow(today, 'paper_form', 0)]);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, RowVerdict>>(new Map());
  const [marking, setMarking] = useState<number | null>(null);
  const take = useTakeInPaper();
  const set = (key: number, change: Partial<Row>) => {
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
    setVerdicts(new Map([...verdicts].filter(([of]) => of !== key)));
  };
  const add = () => {
    const { receivedOn, channel, key } = rows[rows.length - 1] ?? emptyRow(today, 'paper_form', -1);
    setRows([...rows, emptyRow(receivedOn, channel, key + 1)]);
  };
  const isDone = ({ key }: Row) => ['stored', 'counted'].includes(verdicts.get(key)?.verdict ?? '');
  const open = rows.filter((row) => !isDone(row) && (row.summary.trim() !== '' || row.isProtected));
  const marked = rows.findIndex(({ key }) => key === marking);
  const save = () =>
    take.mutate(open.map(sentRow), {
      onSuccess: (items) => {
        setVerdicts(new Map([...verdicts, ...items.map((item) => [open[item.row].key, item] as const)]));
        // Of what was counted the words leave the screen as well.
        const counted = new Set(
          items.filter(({ verdict }) => verdict === 'counted').map(({ row }) => open[row].key),
        );
        setRows(rows.map((row) => (counted.has(row.key) ? { ...row, summary: '', place: NO_PLACE } : row)));
      },
    });
  return (
    <div className={classNames(styles.page, styles.wholePage)}>
      <header className={styles.head}>
        <div>
          <h1>
            <FormattedMessage id="concerns.paper" defaultMessage="Type in paper" />
          </h1>
          <p className={styles.quiet}>
            <FormattedMessage
              id="concerns.paper.text"
              defaultMessage="One row a slip. Enter begins the next row with the same day and way. Each row is checked by itself: what is refused can be mended and saved again."
            />
          </p>
        </div>
        <LinkButton href="/concerns" kind="quiet">
          <FormattedMessage id="concerns.back" defaultMessage="All concerns" />
        </LinkButton>
      </header>
      <div className={styles.grid}>
        <table className={styles.paper}>
          <Heads />
          <tbody>
            {rows.map((row, i) => (
              <PaperLine
                key={row.key}
                row={row}
                number={i + 1}
                verdict={verdicts.get(row.key)}
                isDone={isDone(row)}
                onChange={(change) => set(row.key, change)}
                onEnter={() => (i === rows.length - 1 ? add() : undefined)}
                onMark={() => setMarking(row.key)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {marked >= 0 ? (
        <PlaceDialog
          place={rows[marked].place}
          number={marked + 1}
          onClose={() => setMarking(null)}
          onChange={(place) => set(rows[marked].key, { place })}
        />
      ) : null}
      <ErrorNotice error={take.error} />
      <div className={styles.buttons}>
        <Button onPress={add}>
          <FormattedMessage id="concerns.paper.add" defaultMessage="Another row" />
        </Button>
        <Button kind="primary" onPress={save} isDisabled={open.length === 0} isPending={take.isPending}>
          <FormattedMessage
            id="concerns.paper.save"
            defaultMessage="{count, plural, =0 {Save the rows} one {Save # row} other {Save # rows}}"
            values={{ count: open.length }}
          />
        </Button>
      </div>
    </div>
  );
}

function emptyRow(receivedOn: string, channel: string, key: number): Row {
  return {
    key,
    receivedOn,
    channel,
    summary: '',
    categoryId: null,
    place: NO_PLACE,
    isProtected: false,
    pathway: '',
    wordsChecked: false,
  };
}
