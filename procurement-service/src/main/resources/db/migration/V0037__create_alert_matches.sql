-- Purpose: which change of a tender met which alert, and why
-- Depends: V0027, V0036
-- Rollback: U0037__create_alert_matches.sql

create table procurement.alert_matches (
  tenant_id text not null,
  match_id uuid not null default gen_random_uuid(),
  alert_id uuid not null,
  criteria_version int not null,
  tender_id varchar(100) not null,
  material_version int not null,
  change_classes text[] not null,
  verdict text not null,
  explanation jsonb not null,
  state text not null default 'new',
  feedback text,
  matched_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alert_matches_pkey primary key (match_id),
  constraint alert_matches_version_unique unique (tenant_id, alert_id, tender_id, material_version),
  constraint alert_matches_alert_fk foreign key (tenant_id, alert_id)
    references procurement.alerts (tenant_id, alert_id) on delete cascade,
  constraint alert_matches_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade,
  constraint alert_matches_verdict_check check (verdict in ('hit', 'unknown')),
  constraint alert_matches_state_check check (state in ('new', 'seen', 'dismissed')),
  constraint alert_matches_feedback_check check (feedback in ('relevant', 'irrelevant'))
);
create index alert_matches_tender_idx on procurement.alert_matches (tender_id);
call procurement.guard_tenant_table('procurement.alert_matches');
call platform.add_row_version('procurement.alert_matches');
