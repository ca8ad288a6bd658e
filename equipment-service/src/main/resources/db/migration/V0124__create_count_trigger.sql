-- Purpose: keeps the counters of stats in the transaction of every change of a machine
-- Depends: V0101, V0104
-- Rollback: U0124__create_count_trigger.sql

create function add_to_counts(machine equipment, delta int) returns void language sql as $$
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

create function count_machine() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform add_to_counts(old, -1);
  end if;
  perform add_to_counts(new, 1);
  return null;
end $$;

create trigger count_machine_insert after insert on equipment for each row execute function count_machine();
create trigger count_machine_update after update on equipment for each row
  when ((old.equipment_type, old.status, old.due_stage, old.current_lat is null, old.deleted_at is null)
    is distinct from (new.equipment_type, new.status, new.due_stage, new.current_lat is null, new.deleted_at is null))
  execute function count_machine();
