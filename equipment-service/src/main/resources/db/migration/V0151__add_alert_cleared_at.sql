-- Purpose: since when the condition of an alert that a person resolved is gone, and the latest alert of a key by index
-- Depends: V0112
-- Rollback: U0151__add_alert_cleared_at.sql

alter table equipment_alerts add column cleared_at timestamptz;

create index ix_alerts_latest
    on equipment_alerts (tenant_id, equipment_id, dedupe_key, created_at desc, alert_id desc);
