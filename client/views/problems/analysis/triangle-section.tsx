import { FormattedMessage, useIntl } from 'react-intl';
import type { Problem } from '../../../api/records.ts';
import { Badge } from '../../../ui/badge.tsx';
import { valueText } from '../body-words.ts';
import work from '../case-work.module.css';
import { PartSection } from '../part-section.tsx';
import styles from '../problems.module.css';
import { SIDE_WORDS } from '../side-words.ts';
import { TriangleFields } from './triangle-fields.tsx';
import { SIDES, type Side, SUPER_WORDS, TRIANGLE_WORDS, type Triangle } from './triangle-words.ts';

const EMPTY: Triangle = {
  behaviour: '',
  motivation: '',
  tools: '',
  target: '',
  attraction: '',
  features: '',
  handler: '',
  handlerExists: null,
  handlerAble: null,
  handlerWilling: null,
  handlerMissing: '',
  guardian: '',
  guardianExists: null,
  guardianAble: null,
  guardianWilling: null,
  guardianMissing: '',
  manager: '',
  managerExists: null,
  managerAble: null,
  managerWilling: null,
  managerMissing: '',
  superControllers: [],
  weakSide: null,
  whyWeak: '',
};

/** Offending, target and place, each with who could control it; the weak side is where a response begins. */
export function TriangleSection({ problem }: { problem: Problem }) {
  const intl = useIntl();
  return (
    <PartSection
      problem={problem}
      name="triangle"
      empty={EMPTY}
      hint={
        <FormattedMessage
          id="triangle.hint"
          defaultMessage="Three things meet when it happens; somebody could control each of them. Roles and places, never persons."
        />
      }
      mark={({ weakSide }) =>
        weakSide ? (
          <Badge tone="teal">
            <FormattedMessage
              id="triangle.weak.mark"
              defaultMessage="Weak side: {side}"
              values={{ side: intl.formatMessage(SIDE_WORDS[weakSide]) }}
            />
          </Badge>
        ) : (
          <Badge tone="amber">
            <FormattedMessage id="triangle.weak.none" defaultMessage="No weak side named" />
          </Badge>
        )
      }
      read={(triangle) => <TriangleBoard triangle={triangle} />}
      form={(triangle, set) => <TriangleFields triangle={triangle} set={set} />}
    />
  );
}

function TriangleBoard({ triangle }: { triangle: Triangle }) {
  const intl = useIntl();
  return (
    <>
      <div className={work.triangle}>
        {SIDES.map((side) => (
          <SideCard key={side.side} side={side} triangle={triangle} />
        ))}
      </div>
      {triangle.whyWeak ? <p className={styles.statement}>{triangle.whyWeak}</p> : null}
      {triangle.superControllers.length > 0 ? (
        <>
          <h3>{intl.formatMessage(TRIANGLE_WORDS.fields.superControllers)}</h3>
          <ul className={work.points}>
            {triangle.superControllers.map(({ kind, who, lever }) => (
              <li key={`${kind} ${who}`}>
                <strong>{who}</strong> ({intl.formatMessage(SUPER_WORDS[kind])}){lever ? `: ${lever}` : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function SideCard({ side, triangle }: { side: Side; triangle: Triangle }) {
  const intl = useIntl();
  const isWeak = triangle.weakSide === side.side;
  const fields = [...side.inner, side.controller, side.missing];
  const headId = `side-${side.controller}`;
  return (
    <section className={isWeak ? work.weakSide : work.triangleSide} aria-labelledby={headId}>
      <h3 id={headId}>
        {intl.formatMessage(SIDE_WORDS[side.side])}{' '}
        {isWeak ? (
          <Badge tone="teal">
            <FormattedMessage id="triangle.weak" defaultMessage="Weak side" />
          </Badge>
        ) : null}
      </h3>
      <dl className={styles.answers}>
        {fields
          .filter((field) => triangle[field].trim() !== '')
          .map((field) => (
            <div key={field}>
              <dt>{intl.formatMessage(TRIANGLE_WORDS.fields[field])}</dt>
              <dd>{triangle[field]}</dd>
            </div>
          ))}
        {side.asked
          .filter((field) => triangle[field] !== null)
          .map((field) => (
            <div key={field} className={work.oneLine}>
              <dt>{intl.formatMessage(TRIANGLE_WORDS.fields[field])}</dt>
              <dd>{valueText(intl, triangle[field], TRIANGLE_WORDS)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
