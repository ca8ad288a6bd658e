-- Purpose: let every audit row name the machine that it belongs to, so that a machine's history is one range of an index
-- Depends: V0121
-- Rollback: U0147__fill_audit_machine.sql

-- What belongs to a machine shows its equipment_id; so no writer has to say it twice, and none can forget it.
create function name_audited_machine() returns trigger language plpgsql as $$
begin
  new.equipment_id := coalesce(new.equipment_id, left(new.after ->> 'equipment_id', 50));
  return new;
end $$;

create trigger name_audited_machine before insert on equipment_audit
    for each row execute function name_audited_machine();
