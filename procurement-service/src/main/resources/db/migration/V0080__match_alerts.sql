-- Purpose: how far the matcher is, what it has to read again, and how notices leave
-- Depends: V0036, V0038, V0039
-- Rollback: U0080__match_alerts.sql
-- Destructive: approved

-- From which position on an alert has yet to be held against changes of the past; null when it is up to date.
alter table procurement.alerts add column catch_up_from bigint;
create index alerts_behind_idx on procurement.alerts (catch_up_from) where catch_up_from is not null;
-- the marks of the matcher are no change of the alert
drop trigger raise_rv on procurement.alerts;
create trigger raise_rv before update on procurement.alerts
  for each row execute function platform.raise_rv('high_water', 'catch_up_from', 'last_triggered');

-- Alerts that came, changed or went since the matcher last looked; it deletes what it has seen, by id.
create table procurement.alert_edits (
  tenant_id text not null,
  edit_id uuid not null default gen_random_uuid(),
  alert_id uuid not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alert_edits_pkey primary key (edit_id)
);
create index alert_edits_alert_idx on procurement.alert_edits (tenant_id, alert_id);
call procurement.guard_tenant_table('procurement.alert_edits');

create function procurement.note_alert_edit() returns trigger language plpgsql as $$
begin
  insert into procurement.alert_edits (tenant_id, alert_id)
  values (coalesce(new.tenant_id, old.tenant_id), coalesce(new.alert_id, old.alert_id));
  return null;
end $$;
create trigger note_edit after insert or delete or update of name, filters, frequency, channels, webhook_id, notify_on,
    is_active, over_limit, catch_up_from on procurement.alerts
  for each row execute function procurement.note_alert_edit();

-- Position of the last change that was held against all alerts.
create table procurement.alert_mark (
  only_row boolean not null default true,
  position bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint alert_mark_pkey primary key (only_row),
  constraint alert_mark_only_row_check check (only_row)
);
call platform.guard_global_table('procurement.alert_mark');
insert into procurement.alert_mark (position)
select coalesce(max(position), 0) from procurement.tender_changes;

-- Whether it is among those that its user reads here, or leaves by mail and webhook alone.
alter table procurement.notifications add column in_app boolean not null default true;

alter table procurement.notification_deliveries add column frequency text;
alter table procurement.notification_deliveries add constraint notification_deliveries_frequency_check
  check (frequency in ('instant', 'daily', 'weekly'));
create index notification_deliveries_waiting_idx on procurement.notification_deliveries (frequency, tenant_id)
  where state = 'in_digest' and digest_id is null;
