/** What every panel is given. */
export interface MapPanelProps {
  readonly onClose: () => void;
}
