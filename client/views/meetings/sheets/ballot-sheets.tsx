import type { Ballot } from '../../../api/phones.ts';
import { GROUP_CODES, isByHands, type PaperOption, paperOptions } from './ballot-on-paper.ts';
import { InEach, type Pen, Said, writtenIn } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';
import slipStyles from './slips.module.css';

/** Rows of one counting sheet. */
export const ROWS_A_COUNT = 25;
const A_LINE = 2;

interface BallotSheetsProps {
  readonly meeting: SheetMeeting;
  readonly ballot: Ballot;
  readonly code: string;
  readonly slips: number;
  readonly copies: number;
}

/** Slips to cut, without a number that could tell whose they are; and the sheet on which they are counted. */
export function BallotSheets({ meeting, ballot, code, slips, copies }: BallotSheetsProps) {
  const options = paperOptions(ballot);
  const lines = Math.ceil(slips / A_LINE);
  return (
    <>
      {isByHands(ballot) ? null : (
        <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.vote} />} code={code}>
          {Array.from({ length: lines }, (_, line) => (
            // Slips are all alike.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <div key={line} className={slipStyles.slips}>
              {Array.from({ length: A_LINE }, (_, slip) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Slip key={slip} ballot={ballot} options={options} code={code} />
              ))}
            </div>
          ))}
        </Sheet>
      )}
      {isByHands(ballot) ? (
        <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.count} />} code={code}>
          <Question ballot={ballot} options={options} />
          <HandsTable options={options} />
        </Sheet>
      ) : (
        Array.from({ length: copies }, (_, copy) => (
          // Copies are alike but for their rows, and stand in a fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Sheet key={copy} meeting={meeting} title={<Said word={SHEET_WORDS.count} />} code={code}>
            <Question ballot={ballot} options={options} />
            <p className={styles.small}>
              <Said word={SHEET_WORDS.countHow} values={(pen) => ({ codes: groupCodes(pen) })} />
            </p>
            <SlipTable options={options} from={copy * ROWS_A_COUNT + 1} />
          </Sheet>
        ))
      )}
    </>
  );
}

const questionIn = (ballot: Ballot) => (pen: Pen) => writtenIn(pen, ballot.questions, ballot.question);

const groupCodes = ({ intl }: Pen): string =>
  intl.formatList(
    GROUP_CODES.map(({ word }, i) => `${i + 1} ${intl.formatMessage(word)}`),
    { type: 'unit' },
  );

interface SlipProps {
  readonly ballot: Ballot;
  readonly options: readonly PaperOption[];
  readonly code: string;
}

function Slip({ ballot, options, code }: SlipProps) {
  const { kind, dotsEach } = ballot;
  const how =
    kind === 'dots'
      ? SHEET_WORDS.voteDots
      : kind === 'ranking'
        ? SHEET_WORDS.voteRanking
        : SHEET_WORDS.voteOne;
  return (
    <div className={slipStyles.slip}>
      <div className={styles.strong}>
        <InEach text={questionIn(ballot)} />
      </div>
      <div className={styles.small}>
        <Said word={how} values={{ count: dotsEach }} />
      </div>
      <ol className={slipStyles.options}>
        {options.map(({ id, text }, i) => (
          <li key={id}>
            <span className={styles.figure}>{i + 1}</span>
            <span>
              <InEach text={text} />
            </span>
            <Marks kind={kind} dots={dotsEach} />
          </li>
        ))}
      </ol>
      <div className={styles.small}>
        <Said word={SHEET_WORDS.voteGroup} />
        <ul className={slipStyles.groups}>
          {GROUP_CODES.map(({ id, word }, i) => (
            <li key={id}>
              <span className={slipStyles.box} aria-hidden />
              <span>{i + 1}</span> <Said word={word} />
            </li>
          ))}
        </ul>
      </div>
      <p className={slipStyles.slipCode} dir="ltr">
        {code}
      </p>
    </div>
  );
}

/** A circle a dot, a box for a rank, a box for a cross. */
function Marks({ kind, dots }: { readonly kind: Ballot['kind']; readonly dots: number }) {
  if (kind !== 'dots') return <span className={slipStyles.mark} aria-hidden />;
  return (
    <span className={slipStyles.dots} aria-hidden>
      {Array.from({ length: dots }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: circles are all alike
        <span key={i} className={slipStyles.dot} />
      ))}
    </span>
  );
}

function Question({ ballot, options }: Omit<SlipProps, 'code'>) {
  return (
    <>
      <div className={styles.lead}>
        <InEach text={questionIn(ballot)} />
      </div>
      <ol className={styles.legend}>
        {options.map(({ id, text }) => (
          <li key={id}>
            <InEach text={text} />
          </li>
        ))}
      </ol>
    </>
  );
}

function OptionHeads({ options }: { readonly options: readonly PaperOption[] }) {
  return options.map(({ id }, i) => (
    <th key={id} scope="col" className={styles.figure}>
      {i + 1}
    </th>
  ));
}

function SlipTable({ options, from }: { readonly options: readonly PaperOption[]; readonly from: number }) {
  return (
    <table className={styles.table} data-count="">
      <thead>
        <tr>
          <th scope="col" className={styles.slim}>
            <Said word={SHEET_WORDS.row} />
          </th>
          <th scope="col" className={styles.slim}>
            <Said word={SHEET_WORDS.group} />
          </th>
          <OptionHeads options={options} />
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: ROWS_A_COUNT }, (_, i) => from + i).map((row) => (
          <tr key={row} className={styles.low}>
            <td className={styles.figure}>{row}</td>
            <td />
            {options.map(({ id }) => (
              <td key={id} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Hands are counted group by group. */
function HandsTable({ options }: { readonly options: readonly PaperOption[] }) {
  return (
    <table className={styles.table} data-count="">
      <thead>
        <tr>
          <th scope="col" className={styles.slim}>
            <Said word={SHEET_WORDS.row} />
          </th>
          <th scope="col">
            <Said word={SHEET_WORDS.group} />
          </th>
          <OptionHeads options={options} />
        </tr>
      </thead>
      <tbody>
        {[...GROUP_CODES, { id: 'none', word: SHEET_WORDS.unsaid }].map(({ id, word }, i) => (
          <tr key={id} className={styles.tall}>
            <td className={styles.figure}>{i + 1}</td>
            <td>
              <Said word={word} />
            </td>
            {options.map((option) => (
              <td key={option.id} className={styles.box} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
