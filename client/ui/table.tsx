import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  Table as AriaTable,
  Cell,
  Column,
  Row,
  type SortDescriptor,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { MoreBeyond } from './more-beyond.tsx';
import styles from './table.module.css';

export interface TableColumn<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Aligned to the end, with figures of one width. */
  numeric?: boolean;
  /** Names the row for screen readers; one column should. */
  rowHeader?: boolean;
  /** Makes the column sortable. */
  sortBy?: (row: Row) => number | string;
  width?: number;
  minWidth?: number;
}

export interface TableProps<Row extends object> {
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string | number;
  onRowAction?: (row: Row) => void;
  selectedId?: string | number | null;
  /** What stands there when there are no rows. */
  empty?: ReactNode;
  /** Height of the scrolling box; rows outside it are not in the document. */
  height?: number | string;
  rowHeight?: number;
}

const HEADING_HEIGHT = 40;
const BORDERS = 2;

/** A table of any length: only the rows in sight are drawn, yet screen readers know them all. */
export function Table<Item extends object>(props: TableProps<Item>) {
  const { label, columns, rows, rowId, onRowAction, selectedId, empty, height = 320, rowHeight = 40 } = props;
  const [sort, setSort] = useState<SortDescriptor | undefined>();
  const sorted = sortRows(rows, columns, sort);
  const byId = (key: string | number) => rows.find((row) => rowId(row) === key);
  const at = selectedId === undefined ? -1 : sorted.findIndex((row) => rowId(row) === selectedId);
  const box = useRowInSight(at, rowHeight);
  return (
    <MoreBeyond box={box}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight, headingHeight: HEADING_HEIGHT }}>
        <AriaTable
          ref={box}
          aria-label={label}
          className={styles.table}
          style={{ blockSize: blockSizeOf(height, rows.length, rowHeight) }}
          sortDescriptor={sort}
          onSortChange={setSort}
          selectionMode={selectedId === undefined ? 'none' : 'single'}
          selectionBehavior="replace"
          selectedKeys={selectedId === undefined || selectedId === null ? [] : [selectedId]}
          onRowAction={onRowAction ? (key) => runOn(byId(key), onRowAction) : undefined}
          onSelectionChange={(keys) => {
            if (keys !== 'all' && onRowAction) for (const key of keys) runOn(byId(key), onRowAction);
          }}
        >
          <TableHeader className={styles.header}>
            {columns.map((column) => (
              <Column
                key={column.id}
                id={column.id}
                isRowHeader={column.rowHeader}
                allowsSorting={Boolean(column.sortBy)}
                width={column.width}
                minWidth={column.minWidth ?? 80}
                className={classNames(styles.column, column.numeric && styles.numeric)}
              >
                {({ allowsSorting, sortDirection }) => (
                  <span className={styles.columnTitle}>
                    {column.title}
                    {allowsSorting && sortDirection ? (
                      sortDirection === 'ascending' ? (
                        <ArrowUp aria-hidden size={14} />
                      ) : (
                        <ArrowDown aria-hidden size={14} />
                      )
                    ) : null}
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody
            items={sorted}
            dependencies={[columns]}
            renderEmptyState={() => <div className={styles.empty}>{empty}</div>}
          >
            {(row) => (
              <Row
                id={rowId(row)}
                className={classNames(styles.row, onRowAction && styles.pressable)}
                textValue={String(rowId(row))}
              >
                {columns.map((column) => (
                  <Cell key={column.id} className={classNames(styles.cell, column.numeric && styles.numeric)}>
                    {content(column, row)}
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </AriaTable>
      </Virtualizer>
    </MoreBeyond>
  );
}

/** Words may wrap, and are set each in its own direction; what draws itself stands as it is. */
function content<Row>({ cell, rowHeader }: TableColumn<Row>, row: Row): ReactNode {
  const shown = cell(row);
  if (!rowHeader && typeof shown !== 'string') return shown;
  return (
    <span className={styles.words}>
      <bdi>{shown}</bdi>
    </span>
  );
}

/** A row that was selected elsewhere is brought into sight, without moving anything but the table. */
function useRowInSight(at: number, rowHeight: number) {
  const box = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || at < 0) return;
    const [top, room] = [at * rowHeight, element.clientHeight - HEADING_HEIGHT];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
  }, [at, rowHeight]);
  return box;
}

/** As high as asked for, or lower when the rows are few. */
function blockSizeOf(height: number | string, rows: number, rowHeight: number): string {
  if (rows === 0) return 'auto';
  const most = typeof height === 'number' ? `${height}px` : height;
  return `min(${most}, ${HEADING_HEIGHT + rows * rowHeight + BORDERS}px)`;
}

function runOn<Item>(row: Item | undefined, action: (row: Item) => void): void {
  if (row) action(row);
}

function sortRows<Item>(
  rows: readonly Item[],
  columns: readonly TableColumn<Item>[],
  sort: SortDescriptor | undefined,
): readonly Item[] {
  const by = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !by) return rows;
  const sign = sort.direction === 'descending' ? -1 : 1;
  return [...rows].sort((a, b) => sign * order(by(a), by(b)));
}

function order(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
