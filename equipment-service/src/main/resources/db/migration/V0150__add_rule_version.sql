-- Purpose: versions of alert rules, deletion that keeps their alerts, longer measures, one rule per machine and kind
-- Depends: V0110
-- Rollback: U0150__add_rule_version.sql

alter table alert_rules alter column measure type varchar(60);
alter table alert_rules add column version bigint not null default 1;
alter table alert_rules add column deleted_at timestamptz;

-- A machine, or the tenant, may have many thresholds, but one rule of every other kind, and one for a zone.
create unique index alert_rules_scope_unique
    on alert_rules (tenant_id, kind, coalesce(equipment_id, ''), coalesce(settings ->> 'zone_id', ''))
    where deleted_at is null and kind <> 'threshold';
create index ix_alert_rules_live on alert_rules (tenant_id, equipment_id) where deleted_at is null;
