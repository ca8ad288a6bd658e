-- Purpose: takes back V0100
-- Depends: V0100
-- Rollback: V0100__say_who_cites.sql
-- Destructive: approved
create or replace function catalog.refuse_cited() returns trigger language plpgsql as $$
declare
  code text := to_jsonb(old) ->> tg_argv[0];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) ->> tg_argv[0] = code then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('catalog.citations', 0));
  if exists (
    select from catalog.taskhazardmapping t, jsonb_array_elements(t.hazards) hazard
    where code in (
      select hazard ->> 'code'
      union all select catalog.cited(c) from jsonb_array_elements_text(hazard -> 'standards') c
      union all select c from jsonb_array_elements_text(hazard -> 'mandatory_ppe') c
      union all select c from jsonb_array_elements_text(hazard -> 'recommended_ppe') c)
  ) or exists (
    select from catalog.toolriskclassification t
    where code in (
      select catalog.cited(c) from jsonb_array_elements_text(
        t.hazards || t.osha_standards || t.mandatory_ppe || t.recommended_ppe) c)
  ) then
    call catalog.refuse('safety_cited_check', tg_argv[0], format('%s is still cited', code));
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
drop function catalog.is_cited(text, text);
