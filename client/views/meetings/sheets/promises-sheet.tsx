import type { Commitment } from '../../../api/commitments.ts';
import { GROUP_CODES, VERDICTS } from './ballot-on-paper.ts';
import { dayOnPaper, InEach, Said } from './pens.tsx';
import { Sheet, type SheetMeeting } from './sheet.tsx';
import { rowCode } from './sheet-code.ts';
import { SHEET_WORDS } from './sheet-words.ts';
import styles from './sheets.module.css';

interface PromisesSheetProps {
  readonly meeting: SheetMeeting;
  readonly code: string;
  readonly promises: readonly Commitment[];
}

/** Each promise with what shows that it was done, and boxes for what the groups in the room say. */
export function PromisesSheet({ meeting, code, promises }: PromisesSheetProps) {
  return (
    <Sheet meeting={meeting} title={<Said word={SHEET_WORDS.promises} />} code={code}>
      <p>
        <Said word={promises.length === 0 ? SHEET_WORDS.promisesNone : SHEET_WORDS.promisesHow} />
      </p>
      {promises.map((promise, i) => (
        <section key={promise.id} className={styles.promise}>
          <h3>
            <span className={styles.figure}>{i + 1}</span>
            <bdi>{promise.text}</bdi>
            <span className={styles.slipCode} dir="ltr">
              {rowCode(promise.id)}
            </span>
          </h3>
          <PromiseFacts promise={promise} />
          {promise.state === 'delivered' ? <Verdicts /> : <Answer />}
        </section>
      ))}
    </Sheet>
  );
}

function PromiseFacts({ promise }: { readonly promise: Commitment }) {
  const { organisation, dueOn, evidenceOfDone, state } = promise;
  return (
    <dl className={styles.facts}>
      <dt>
        <Said word={SHEET_WORDS.promiseOwner} />
      </dt>
      <dd>
        <bdi>{organisation.name}</bdi>
      </dd>
      {dueOn === null ? null : (
        <>
          <dt>
            <Said word={SHEET_WORDS.promiseDue} />
          </dt>
          <dd>
            <InEach text={(pen) => dayOnPaper(pen, dueOn)} />
          </dd>
        </>
      )}
      {evidenceOfDone === '' ? null : (
        <>
          <dt>
            <Said word={SHEET_WORDS.promiseEvidence} />
          </dt>
          <dd>
            <bdi>{evidenceOfDone}</bdi>
          </dd>
        </>
      )}
      <dt className={styles.wholeLine}>
        <Said word={state === 'delivered' ? SHEET_WORDS.promiseDelivered : SHEET_WORDS.promiseOverdue} />
      </dt>
    </dl>
  );
}

function Verdicts() {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <Said word={SHEET_WORDS.group} />
          </th>
          {Object.entries(VERDICTS).map(([id, word]) => (
            <th key={id} scope="col" className={styles.verdict}>
              <Said word={word} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GROUP_CODES.map(({ id, word }, i) => (
          <tr key={id}>
            <td>
              <span className={styles.numbered}>
                <span className={styles.figure}>{i + 1}</span> <Said word={word} />
              </span>
            </td>
            {Object.keys(VERDICTS).map((verdict) => (
              <td key={verdict} className={styles.box} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Nobody is asked whether a thing was done that is not said to be. */
function Answer() {
  return (
    <div className={styles.answer}>
      <span className={styles.small}>
        <Said word={SHEET_WORDS.promiseAnswer} />
      </span>
    </div>
  );
}
