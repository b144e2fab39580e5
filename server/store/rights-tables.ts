import type { Generated } from 'kysely';

/** The tables of who may see what and for how long. */
export interface RightsTables {
  case_opening: CaseOpeningTable;
  retention_rule: RetentionRuleTable;
  kept_count: KeptCountTable;
}

interface CaseOpeningTable {
  id: Generated<number>;
  problem_id: string;
  roles: string;
  reason: string;
  until_day: string;
  rule: string | null;
  grants: string;
  opened_by: string;
  opened_at: string;
  closed_by: string | null;
  closed_at: string | null;
}

interface RetentionRuleTable {
  kind: 'incidents' | 'refused_rows' | 'runs';
  category_id: Generated<number>;
  months: number;
}

interface KeptCountTable {
  category_id: number;
  area_id: number;
  month: string;
  count: number;
}
