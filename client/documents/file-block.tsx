import styles from './document.module.css';
import { type Block, type FactRow, type FileFigure, type FileTable, sourceOf } from './model.ts';

/** One piece of the file on the page. */
export function FileBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h3 data-page={block.newPage ? '' : undefined}>{block.text}</h3>;
    case 'text':
      return <p className={styles[block.tone]}>{block.text}</p>;
    case 'facts':
      return <FactList rows={block.rows} />;
    case 'table':
      return <Table table={block} />;
    case 'figure':
      return <Figure figure={block} />;
  }
}

/** So many rows stay on one page, unless they say so much that half of one would stay empty. */
const SHORT_LIST = 5;
const SHORT_TEXT = 500;
/** A longer text may go on on the next page. */
const MOST_WHOLE = 600;
const SHORT_TABLE = 10;
/** A cell as short as this is not broken: a day, a stage. */
const SHORT_CELL = 16;

export function FactList({ rows }: { rows: readonly FactRow[] }) {
  return (
    <dl className={styles.facts} data-short={isShort(rows) ? '' : undefined}>
      {rows.map(({ name, text }) => (
        <div key={name} data-long={text.length > MOST_WHOLE ? '' : undefined}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isShort = (rows: readonly FactRow[]): boolean =>
  rows.length <= SHORT_LIST && rows.reduce((sum, { text }) => sum + text.length, 0) <= SHORT_TEXT;

function Table({ table: { label, columns, rows, figures } }: { table: FileTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} data-short={rows.length <= SHORT_TABLE ? '' : undefined}>
      <table className={styles.table} data-figures={figures ? '' : undefined}>
        <caption>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <bdi>{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], i) => (
            // Rows may be alike, and stand in a fixed order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={i}>
              <th scope="row" data-whole={isWhole(name)}>
                <bdi>{name}</bdi>
              </th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]} data-whole={isWhole(cell)}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isWhole = (text: string) => (text.length <= SHORT_CELL ? '' : undefined);

function Figure({ figure: { caption, alt, picture, notes } }: { figure: FileFigure }) {
  return (
    <figure className={styles.figure}>
      <img
        src={sourceOf(picture)}
        data-photo={'address' in picture ? '' : undefined}
        width={picture.width}
        height={picture.height}
        alt={alt}
      />
      <figcaption>
        <bdi>{caption}</bdi>
        {notes.map((note) => (
          <p key={note} className={styles.quiet}>
            {note}
          </p>
        ))}
      </figcaption>
    </figure>
  );
}
