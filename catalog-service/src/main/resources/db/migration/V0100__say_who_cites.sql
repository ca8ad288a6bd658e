-- Purpose: a row of the lists of safety stays while any other row names it, not only while a task or tool does
-- Depends: V0006, V0013
-- Rollback: U0100__say_who_cites.sql

-- NB: a designation may end in brackets as a paragraph does, such as ANSI/ISEA Z89.1-2014 (R2019).
create function catalog.is_cited(list text, cited_code text) returns boolean language sql stable as $$
  select case list
    when 'hazard' then exists (
        select from catalog.taskhazardmapping t
        where t.hazards @> jsonb_build_array(jsonb_build_object('code', cited_code)))
      or exists (select from catalog.toolriskclassification t where t.hazards @> to_jsonb(cited_code))
    when 'ppetype' then exists (
        select from catalog.taskhazardmapping t
        where t.mandatory_ppe @> to_jsonb(cited_code) or t.recommended_ppe @> to_jsonb(cited_code))
      or exists (
        select from catalog.toolriskclassification t
        where t.mandatory_ppe @> to_jsonb(cited_code) or t.recommended_ppe @> to_jsonb(cited_code))
      or exists (select from catalog.oshastandard s where s.required_ppe @> to_jsonb(cited_code))
      or exists (select from catalog.ansiequipmentspecification e where e.ppe_code = cited_code collate "C")
    else exists (
        select from catalog.taskhazardmapping t, jsonb_array_elements(t.hazards) hazard,
          jsonb_array_elements_text(hazard -> 'standards') c
        where cited_code in (c, catalog.cited(c)))
      or exists (
        select from catalog.toolriskclassification t, jsonb_array_elements_text(t.osha_standards) c
        where cited_code in (c, catalog.cited(c)))
      or exists (
        select from catalog.ppetype p, jsonb_array_elements_text(p.osha_sections) c
        where cited_code in (c, catalog.cited(c)))
      or exists (
        select from catalog.ansistandard s
        where s.standard = cited_code collate "C" and (
          exists (select from catalog.ansiequipmentspecification e where e.ansi_standard_id = s.id)
          or exists (select from catalog.productcertification k where k.standard_id = s.id)))
  end
$$;

create or replace function catalog.refuse_cited() returns trigger language plpgsql as $$
declare
  code text := to_jsonb(old) ->> tg_argv[0];
begin
  if tg_op = 'UPDATE' and to_jsonb(new) ->> tg_argv[0] = code then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('catalog.citations', 0));
  if catalog.is_cited(tg_table_name, code) then
    call catalog.refuse('safety_cited_check', tg_argv[0], format('%s is still cited', code));
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
