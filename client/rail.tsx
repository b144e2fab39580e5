import { Link } from '@tanstack/react-router';
import {
  Columns3,
  Database,
  Handshake,
  Map as MapIcon,
  Megaphone,
  MessageSquareText,
  ScrollText,
  Settings,
} from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from './api/session.ts';
import styles from './rail.module.css';

export function Rail() {
  const intl = useIntl();
  const mayReadMap = useMay('base-map.read');
  const mayReadConcerns = useMay('concern.read');
  const mayAddConcerns = useMay('concern.add');
  const mayReadCases = useMay('problem.read');
  // Whoever reads cases finds the commitments beside them.
  const mayOnlyPromises = useMay('commitment.read') && !mayReadCases;
  // Whoever works with the rows, or with where they came from; the map names the data sets to all others.
  const mayRows = useMay('incident.read');
  const mayImports = useMay('import.read');
  const mayPlaces = useMay('protected-asset.add');
  const mayTotals = useMay('aggregate.read');
  const mayReadData = mayRows || mayImports || mayPlaces || mayTotals;
  const mayReadPublications = useMay('publication.read');
  const mayReadHistory = useMay('audit.read');
  return (
    <nav
      className={styles.rail}
      aria-label={intl.formatMessage({ id: 'frame.rail.label', defaultMessage: 'Main' })}
    >
      {mayReadMap ? (
        <Link to="/" className={styles.item} activeOptions={{ exact: true, includeSearch: false }}>
          <MapIcon aria-hidden />
          <FormattedMessage id="frame.rail.map" defaultMessage="Map" />
        </Link>
      ) : null}
      {mayReadConcerns || mayAddConcerns ? (
        <Link to="/concerns" className={styles.item} activeOptions={{ includeSearch: false }}>
          <MessageSquareText aria-hidden />
          <FormattedMessage id="frame.rail.concerns" defaultMessage="Concerns" />
        </Link>
      ) : null}
      {mayReadCases ? (
        <Link to="/problems" className={styles.item} activeOptions={{ includeSearch: false }}>
          <Columns3 aria-hidden />
          <FormattedMessage id="frame.rail.problems" defaultMessage="Problems" />
        </Link>
      ) : null}
      {mayOnlyPromises ? (
        <Link to="/commitments" className={styles.item}>
          <Handshake aria-hidden />
          <FormattedMessage id="commitments.title" defaultMessage="Commitments" />
        </Link>
      ) : null}
      {mayReadData ? (
        <Link to="/data" className={styles.item} activeOptions={{ includeSearch: false }}>
          <Database aria-hidden />
          <FormattedMessage id="frame.rail.data" defaultMessage="Data" />
        </Link>
      ) : null}
      {mayReadPublications ? (
        <Link to="/published" className={styles.item}>
          <Megaphone aria-hidden />
          <FormattedMessage id="frame.rail.published" defaultMessage="Published" />
        </Link>
      ) : null}
      {mayReadHistory ? (
        <Link to="/history" className={styles.item}>
          <ScrollText aria-hidden />
          <FormattedMessage id="frame.rail.history" defaultMessage="History" />
        </Link>
      ) : null}
      <Link to="/settings" className={styles.item}>
        <Settings aria-hidden />
        <FormattedMessage id="frame.rail.settings" defaultMessage="Settings" />
      </Link>
    </nav>
  );
}
