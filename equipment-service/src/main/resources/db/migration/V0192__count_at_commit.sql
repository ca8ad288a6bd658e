-- Purpose: a transaction changes each counter once, at its end, however many machines it writes
-- Depends: V0124
-- Rollback: U0192__count_at_commit.sql

-- Every change of a counter left one more version, and the next had to pass them all: an import of 10,000 machines took
-- seconds for them, and one of 100,000 minutes. The setting belongs to the transaction, savepoints included.
create or replace function add_to_counts(machine equipment, delta int) returns void language plpgsql as $$
declare
  changes jsonb := coalesce(nullif(current_setting('app.count_changes', true), ''), '{}');
  counter text := jsonb_build_array(machine.tenant_id, machine.equipment_type, machine.status);
  before  jsonb := coalesce(changes -> counter, '[0, 0, 0, 0]');
begin
  if machine.deleted_at is null then
    perform set_config('app.count_changes', (changes || jsonb_build_object(counter, jsonb_build_array(
      (before ->> 0)::int + delta,
      (before ->> 1)::int + case when machine.current_lat is null then 0 else delta end,
      (before ->> 2)::int + case when machine.due_stage in ('due_soon', 'due') then delta else 0 end,
      (before ->> 3)::int + case when machine.due_stage = 'overdue' then delta else 0 end)))::text, true);
  end if;
end $$;

create function write_counts() returns trigger language plpgsql as $$
declare
  changes jsonb := nullif(current_setting('app.count_changes', true), '');
begin
  if changes is not null then
    perform set_config('app.count_changes', '', true);
    insert into equipment_counts as c
      (tenant_id, equipment_type, status, slot, n, n_with_position, n_due_soon, n_overdue)
    select counter ->> 0, counter ->> 1, counter ->> 2, pg_backend_pid() % 64,
      (delta ->> 0)::int, (delta ->> 1)::int, (delta ->> 2)::int, (delta ->> 3)::int
    from (select key::jsonb as counter, value as delta from jsonb_each(changes)) change
    order by 1, 2, 3
    on conflict (tenant_id, equipment_type, status, slot) do update set
      n = c.n + excluded.n,
      n_with_position = c.n_with_position + excluded.n_with_position,
      n_due_soon = c.n_due_soon + excluded.n_due_soon,
      n_overdue = c.n_overdue + excluded.n_overdue;
  end if;
  return null;
end $$;

create constraint trigger write_counts_insert after insert on equipment deferrable initially deferred
  for each row execute function write_counts();
create constraint trigger write_counts_update after update on equipment deferrable initially deferred for each row
  when ((old.equipment_type, old.status, old.due_stage, old.current_lat is null, old.deleted_at is null)
    is distinct from (new.equipment_type, new.status, new.due_stage, new.current_lat is null, new.deleted_at is null))
  execute function write_counts();
