import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { useAreas } from '../../api/areas.ts';
import { useCategories } from '../../api/categories.ts';
import { type Concern, type ConcernStep, useConcern, useConcernSteps } from '../../api/concerns.ts';
import { useMay } from '../../api/session.ts';
import { useWorkspace } from '../../api/workspace.ts';
import { ChainStrip } from '../../chain-strip.tsx';
import { ErrorNotice } from '../../error-notice.tsx';
import { shapeAround } from '../../map/kept-square.ts';
import { PinMap } from '../../map/pin-map.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ERASED, StateMarks } from './concern-line.tsx';
import {
  CHANNEL_WORDS,
  FREQUENCY_WORDS,
  GROUP_WORDS,
  HARM_WORDS,
  REPORTER_WORDS,
  STATE_WORDS,
} from './concern-words.ts';
import styles from './concerns.module.css';
import { ContactPart } from './contact-part.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { correctedWords } from './corrected-words.ts';
import { FactList } from './fact-list.tsx';
import { PhotoPart } from './photo-part.tsx';
import { STEP_WORDS } from './step-words.ts';
import { TriagePanel } from './triage-panel.tsx';
import { useWhereText } from './where-text.ts';

/** One concern: what was said, where it stands, and what can be done with it. */
export function ConcernView() {
  const { id } = useParams({ from: '/concerns/$id' });
  const { data: concern, error } = useConcern(id);
  const mayTriage = useMay('concern.triage');
  const { data: workspace } = useWorkspace();
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <div className={styles.page}>
      <ErrorNotice error={error} />
      {concern ? (
        <>
          <header className={styles.head}>
            <div className={styles.block}>
              <h1>
                <Title concern={concern} />
              </h1>
              <div className={styles.lineHead}>
                <StateMarks concern={concern} />
              </div>
            </div>
            <div className={styles.buttons}>
              {mayTriage && concern.erasedAt === null ? (
                <Button onPress={() => setCorrecting(true)}>
                  <FormattedMessage id="concern.correct" defaultMessage="Correct what was written down" />
                </Button>
              ) : null}
              <LinkButton href="/concerns" kind="quiet">
                <FormattedMessage id="concerns.back" defaultMessage="All concerns" />
              </LinkButton>
            </div>
          </header>
          <ChainStrip kind="concern" id={concern.id} />
          <div className={styles.columns}>
            <div className={styles.block}>
              {concern.detail ? <p className={styles.text}>{concern.detail}</p> : null}
              {concern.hasPhoto ? <PhotoPart concern={concern} /> : null}
              <Facts concern={concern} />
              <Where concern={concern} />
            </div>
            <div className={styles.block}>
              {mayTriage ? <TriagePanel key={concern.version} concern={concern} /> : null}
              <ContactPart key={`contact ${concern.version}`} concern={concern} />
              <Steps id={id} />
            </div>
          </div>
          {isCorrecting && workspace ? (
            <CorrectDialog concern={concern} zone={workspace.timezone} onClose={() => setCorrecting(false)} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Title({ concern: { summary } }: { concern: Concern }) {
  return summary ? <bdi>{summary}</bdi> : <FormattedMessage {...ERASED} />;
}

function Facts({ concern }: { concern: Concern }) {
  const intl = useIntl();
  const whereText = useWhereText();
  const { data: categories } = useCategories();
  const category = categories?.find(({ id }) => id === concern.categoryId)?.name;
  const list = (words: string[]) => (words.length === 0 ? null : intl.formatList(words));
  const day = (value: string | null) =>
    value === null
      ? null
      : concern.isExact
        ? intl.formatDate(value, { dateStyle: 'medium' })
        : intl.formatDate(value, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  return (
    <FactList
      facts={[
        [
          intl.formatMessage({ id: 'concern.receivedOn', defaultMessage: 'Received on' }),
          intl.formatDate(concern.receivedOn, { timeZone: 'UTC', dateStyle: 'long' }),
        ],
        [
          intl.formatMessage({ id: 'concern.channel', defaultMessage: 'How it came in' }),
          intl.formatMessage(CHANNEL_WORDS[concern.channel]),
        ],
        [
          intl.formatMessage({ id: 'concern.reporter', defaultMessage: 'It is raised by' }),
          concern.onBehalf
            ? intl.formatMessage(
                { id: 'concern.reporter.onBehalf', defaultMessage: '{who}, on behalf of somebody else' },
                { who: intl.formatMessage(REPORTER_WORDS[concern.reporterType]) },
              )
            : intl.formatMessage(REPORTER_WORDS[concern.reporterType]),
        ],
        [
          intl.formatMessage({ id: 'concern.language', defaultMessage: 'Language of the person' }),
          intl.formatDisplayName(concern.language, { type: 'language' }) ?? concern.language,
        ],
        [
          intl.formatMessage({ id: 'concern.category', defaultMessage: 'What kind of thing' }),
          category ?? null,
        ],
        [intl.formatMessage({ id: 'concern.where', defaultMessage: 'Where' }), whereText(concern)],
        [
          intl.formatMessage({ id: 'concern.from', defaultMessage: 'On, or since' }),
          day(concern.occurredFrom),
        ],
        [intl.formatMessage({ id: 'concern.to', defaultMessage: 'Until' }), day(concern.occurredTo)],
        [
          intl.formatMessage({ id: 'concern.frequency', defaultMessage: 'How often' }),
          concern.frequency === 'unknown' ? null : intl.formatMessage(FREQUENCY_WORDS[concern.frequency]),
        ],
        [
          intl.formatMessage({ id: 'concern.groups', defaultMessage: 'Who is affected' }),
          list(concern.affectedGroups.map((group) => intl.formatMessage(GROUP_WORDS[group]))),
        ],
        [
          intl.formatMessage({ id: 'concern.harms', defaultMessage: 'What harm it does' }),
          list(concern.harms.map((harm) => intl.formatMessage(HARM_WORDS[harm]))),
        ],
        [intl.formatMessage({ id: 'concern.answer', defaultMessage: 'Answer' }), concern.answer || null],
        [
          intl.formatMessage({ id: 'concern.referredTo', defaultMessage: 'Referred to' }),
          concern.referredTo || null,
        ],
        [intl.formatMessage({ id: 'concern.case', defaultMessage: 'Problem case' }), caseOf(concern)],
        [intl.formatMessage({ id: 'concern.mergedInto', defaultMessage: 'Merged into' }), otherOf(concern)],
      ]}
    />
  );
}

function caseOf({ problem }: Concern) {
  if (problem === null) return null;
  return (
    <LinkButton href={`/problems/${problem.id}`} kind="quiet" size="small">
      <bdi>
        {problem.ref} {problem.title}
      </bdi>
    </LinkButton>
  );
}

function otherOf({ mergedInto }: Concern) {
  if (mergedInto === null) return null;
  return (
    <LinkButton href={`/concerns/${mergedInto}`} kind="quiet" size="small">
      <FormattedMessage id="concern.mergedInto.link" defaultMessage="That concern" />
    </LinkButton>
  );
}

/** A picture beside the words of the place. */
function Where({ concern: { position, sideM, isExact } }: { concern: Concern }) {
  const intl = useIntl();
  const { data: areas } = useAreas();
  const official = useMemo(() => (areas ?? []).filter(({ kind }) => kind !== 'custom'), [areas]);
  const shape = useMemo(() => position && shapeAround(position, sideM), [position, sideM]);
  if (!shape || !position) return null;
  return (
    <>
      <div className={styles.map}>
        <PinMap
          label={intl.formatMessage({ id: 'concern.map', defaultMessage: 'Map of the place' })}
          areas={official}
          bounds={around(position, sideM ?? 0)}
          shape={shape}
        />
      </div>
      {isExact ? null : (
        <p className={styles.quiet}>
          <FormattedMessage
            id="concern.map.coarse"
            defaultMessage="Your role sees squares of 500 m and months, no finer."
          />
        </p>
      )}
    </>
  );
}

/** Bounds in which the place is seen with the streets around it. */
function around([lon, lat]: readonly [number, number], sideM: number): [number, number, number, number] {
  const room = 0.008 + sideM / 111_320;
  return [lon - room, lat - room, lon + room, lat + room];
}

function Steps({ id }: { id: string }) {
  const intl = useIntl();
  const { data: steps, error } = useConcernSteps(id);
  return (
    <section className={styles.block} aria-labelledby="concern-steps">
      <h2 id="concern-steps">
        <FormattedMessage id="concern.steps" defaultMessage="What was done" />
      </h2>
      <ErrorNotice error={error} />
      <ol className={styles.steps}>
        {steps?.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the story of a concern only grows at its end.
          <li key={i} className={styles.step}>
            <p>
              {intl.formatMessage(STEP_WORDS[step.step] ?? STATE_WORDS[step.to])}
              {step.note ? (
                <>
                  {': '}
                  <bdi>
                    {step.step === 'correct' ? intl.formatList(correctedWords(intl, step.note)) : step.note}
                  </bdi>
                </>
              ) : null}
            </p>
            <When step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function When({ step: { at, actorName } }: { step: ConcernStep }) {
  return (
    <p className={styles.facts}>
      <FormattedDate value={at} dateStyle="medium" timeStyle="short" />
      {actorName ? <bdi>{actorName}</bdi> : null}
    </p>
  );
}
