-- Purpose: what was made of tenders, here and in the catalog
-- Depends: V0003, V0027
-- Rollback: U0042__create_analysis_history.sql

create table procurement.analysis_history (
  tenant_id text not null,
  analysis_id uuid not null default gen_random_uuid(),
  user_id uuid,
  tender_id varchar(100),
  analysis_type varchar(100) not null,
  results jsonb,
  processing_time_ms int,
  source_event_id varchar(100),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint analysis_history_pkey primary key (analysis_id),
  constraint analysis_history_event_unique unique (tenant_id, source_event_id),
  constraint analysis_history_user_fk foreign key (user_id) references procurement.users (user_id) on delete set null,
  constraint analysis_history_tender_fk foreign key (tender_id)
    references procurement.tenders (tender_id) on delete cascade
);
create index analysis_history_type_idx on procurement.analysis_history (tenant_id, analysis_type);
create index analysis_history_user_idx on procurement.analysis_history (user_id);
create index analysis_history_tender_idx on procurement.analysis_history (tender_id);
call procurement.guard_tenant_table('procurement.analysis_history');
