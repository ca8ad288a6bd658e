-- Purpose: takes back V0192
-- Depends: V0192
-- Rollback: V0192__count_at_commit.sql
-- Destructive: approved

drop trigger write_counts_insert on equipment;
drop trigger write_counts_update on equipment;
drop function write_counts();

create or replace function add_to_counts(machine equipment, delta int) returns void language sql as $$
  insert into equipment_counts as c
    (tenant_id, equipment_type, status, slot, n, n_with_position, n_due_soon, n_overdue)
  select machine.tenant_id, machine.equipment_type, machine.status, pg_backend_pid() % 64, delta,
    case when machine.current_lat is null then 0 else delta end,
    case when machine.due_stage in ('due_soon', 'due') then delta else 0 end,
    case when machine.due_stage = 'overdue' then delta else 0 end
  where machine.deleted_at is null
  on conflict (tenant_id, equipment_type, status, slot) do update set
    n = c.n + excluded.n,
    n_with_position = c.n_with_position + excluded.n_with_position,
    n_due_soon = c.n_due_soon + excluded.n_due_soon,
    n_overdue = c.n_overdue + excluded.n_overdue
$$;
