import { FormattedMessage, useIntl } from 'react-intl';
import type { SummaryOf } from '../../../../api/runs.ts';
import { mapPart } from '../../../../map/results/hit-rate.ts';
import { useMapContext } from '../../map-context.ts';
import panelStyles from '../../panels/panels.module.css';
import { usePercentText } from '../figures.ts';
import { useSelectedPart } from '../selected-part.ts';
import { useMapName } from './map-names.ts';
import { ScoreRows } from './score-rows.tsx';
import { guessLeadOf } from './scores.ts';

type Summary = SummaryOf<'hit-rate'>;
type Guess = Summary['guesses'][number];

/** Every guess beside the maps on as much ground: a large shape catches more without being better. */
export function GuessScores({ summary: { guesses, heldOut } }: { summary: Summary }) {
  if (guesses.length === 0) return null;
  return (
    <section className={panelStyles.section}>
      <h3>
        <FormattedMessage
          id="map.hit.guessesTitle"
          defaultMessage="{count, plural, one {The guess} other {# guesses}}"
          values={{ count: guesses.length }}
        />
      </h3>
      {guesses.map((guess) => (
        <GuessScore key={guess.id} guess={guess} all={heldOut?.incidents ?? 0} />
      ))}
    </section>
  );
}

function GuessScore({ guess, all }: { guess: Guess; all: number }) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  const { selected: part, onSelect } = useSelectedPart();
  const { select, selected } = useMapContext();
  const { outcome, best } = guessLeadOf(guess);
  if (outcome === 'outside')
    return (
      <p>
        <FormattedMessage
          id="map.hit.guessOutside"
          defaultMessage="“{guess}” lies outside the area of the incidents: there is nothing to hold it against."
          values={{ guess: guess.text }}
        />
      </p>
    );
  const won = outcome === 'won' || outcome === 'tie';
  return (
    <>
      <p>
        <GuessWords guess={guess} all={all} />
      </p>
      <ScoreRows
        title={intl.formatMessage(
          { id: 'map.hit.guessTable', defaultMessage: '{share} of the area' },
          { share: percent(guess.share) },
        )}
        rows={[
          {
            ...guess,
            name: guess.text,
            rri: null,
            best: won,
            onPress: () => select({ kind: 'annotation', id: guess.id }),
            isSelected: selected?.kind === 'annotation' && selected.id === guess.id,
          },
          ...guess.maps.map((score) => ({
            ...score,
            id: score.map,
            name: name(score.map),
            best: outcome !== 'won' && best.includes(score.map),
            onPress: () => onSelect(mapPart(score.map)),
            isSelected: mapPart(score.map) === part,
          })),
        ]}
      />
    </>
  );
}

function GuessWords({ guess, all }: { guess: Guess; all: number }) {
  const intl = useIntl();
  const name = useMapName();
  const percent = usePercentText();
  const { outcome, narrow, best, bestPai } = guessLeadOf(guess);
  const index = (value: number) => intl.formatNumber(value, { maximumSignificantDigits: 3 });
  return (
    <FormattedMessage
      id="map.hit.guessWords"
      defaultMessage="“{guess}” covers {share} of the area ({area, number} km²) and has {hits, number} of {all, number} incidents ({rate}). On as much ground {outcome, select, tie {“{maps}” would have had as many.} won {it was right more often than every map: {lead} more than “{maps}” (PAI {pai} against {bestPai}){narrow, select, true {, a narrow lead} other {}}.} other {“{maps}” would have had {lead} more (PAI {bestPai} against {pai}){narrow, select, true {, a narrow lead} other {}}.}}"
      values={{
        guess: guess.text,
        share: percent(guess.share),
        area: Number(guess.areaKm2.toPrecision(2)),
        hits: guess.hits,
        all,
        rate: percent(guess.hitRate),
        outcome,
        maps: intl.formatList(best.map(name)),
        lead: intl.formatNumber(Math.abs(guess.lead ?? 0), { maximumFractionDigits: 1 }),
        pai: index(guess.pai ?? 0),
        bestPai: index(bestPai),
        narrow: String(narrow),
      }}
    />
  );
}
