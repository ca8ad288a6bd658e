-- Purpose: tasks and tools with their hazards; what they cite has to be in the tables of standards
-- Depends: V0005
-- Rollback: U0006__create_safety_tasks.sql
create table catalog.taskhazardmapping (
  tenant_id text,
  id bigint not null default nextval('catalog.ids'),
  task_id varchar(64) collate "C" not null,
  task_name varchar(300) not null,
  name_ar varchar(300),
  synonyms jsonb not null default '[]',
  maintenance_type varchar(64),
  -- [{code, severity 1..5, likelihood 1..5, standards[], mandatory_ppe[], recommended_ppe[]}]
  hazards jsonb not null default '[]',
  -- the worst of the hazards, and the unions of theirs: kept by the trigger
  risk_level varchar(64) not null,
  osha_standards jsonb not null default '[]',
  mandatory_ppe jsonb not null default '[]',
  recommended_ppe jsonb not null default '[]',
  tool_classes jsonb not null default '[]',
  controls jsonb not null default '[]',
  safety_notes varchar(20000),
  -- words of name and synonyms, folded by the service
  folded_words text not null default '',
  words_tsv tsvector not null generated always as (to_tsvector('simple', folded_words)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint taskhazardmapping_pkey primary key (id),
  constraint taskhazardmapping_risk_level_check check (risk_level in ('low', 'medium', 'high', 'critical'))
);
create unique index taskhazardmapping_own_unique on catalog.taskhazardmapping (tenant_id, task_id)
  where tenant_id is not null;
create unique index taskhazardmapping_shared_unique on catalog.taskhazardmapping (task_id) where tenant_id is null;
create index taskhazardmapping_risk_level_idx on catalog.taskhazardmapping (tenant_id, risk_level);
create index taskhazardmapping_type_idx on catalog.taskhazardmapping (tenant_id, maintenance_type);
create index taskhazardmapping_hazards_idx on catalog.taskhazardmapping using gin (hazards);
create index taskhazardmapping_words_idx on catalog.taskhazardmapping using gin (words_tsv);
call catalog.guard_shared_table('catalog.taskhazardmapping');
call catalog.add_version('catalog.taskhazardmapping', 'folded_words');

create table catalog.toolriskclassification (
  tenant_id text,
  id bigint not null default nextval('catalog.ids'),
  tool_name varchar(300) not null,
  aliases jsonb not null default '[]',
  category varchar(300) not null,
  etim_class char(8),
  unspsc_code char(8),
  risk_level varchar(64) not null default 'low',
  hazards jsonb not null default '[]',
  osha_standards jsonb not null default '[]',
  mandatory_ppe jsonb not null default '[]',
  recommended_ppe jsonb not null default '[]',
  training_required boolean not null default false,
  certification_required boolean not null default false,
  evidence varchar(20000),
  tool_key text collate "C" not null generated always as (catalog.name_key(tool_name)) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint toolriskclassification_pkey primary key (id),
  constraint toolriskclassification_etim_check check (etim_class ~ '^EC[0-9]{6}$'),
  constraint toolriskclassification_unspsc_check check (unspsc_code ~ '^[0-9]{8}$'),
  constraint toolriskclassification_risk_level_check check (risk_level in ('low', 'medium', 'high', 'critical'))
);
create unique index toolriskclassification_own_unique on catalog.toolriskclassification (tenant_id, tool_key)
  where tenant_id is not null;
create unique index toolriskclassification_shared_unique on catalog.toolriskclassification (tool_key)
  where tenant_id is null;
create index toolriskclassification_category_idx on catalog.toolriskclassification (tenant_id, category);
create index toolriskclassification_risk_level_idx on catalog.toolriskclassification (tenant_id, risk_level);
create index toolriskclassification_etim_idx on catalog.toolriskclassification (tenant_id, etim_class);
create index toolriskclassification_hazards_idx on catalog.toolriskclassification using gin (hazards);
call catalog.guard_shared_table('catalog.toolriskclassification');
call catalog.add_version('catalog.toolriskclassification');

-- A citation may name a paragraph, such as 29 CFR 1910.134(d)(1); the table has the section.
create function catalog.cited(citation text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(citation, '(\([0-9A-Za-z]+\))+$', '')
$$;

-- Shared: who cites waits for who deletes what is cited, and the other way about.
create function catalog.check_citations(hazards jsonb, standards jsonb, equipment jsonb) returns void
language plpgsql as $$
declare
  wrong text;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('catalog.citations', 0));
  select code.value into wrong from jsonb_array_elements_text(hazards) code
  where not exists (select from catalog.hazard h where h.code = code.value collate "C") limit 1;
  if found then
    call catalog.refuse('safety_hazard_check', 'hazards', format('%s is in no list of hazards', wrong));
  end if;
  select code.value into wrong from jsonb_array_elements_text(standards) code
  where not exists (select from catalog.oshastandard s where s.cfr = catalog.cited(code.value) collate "C")
    and not exists (select from catalog.ansistandard s where s.standard = code.value collate "C") limit 1;
  if found then
    call catalog.refuse('safety_citation_check', 'standards', format('%s is in no list of standards', wrong));
  end if;
  select code.value into wrong from jsonb_array_elements_text(equipment) code
  where not exists (select from catalog.ppetype p where p.code = code.value collate "C") limit 1;
  if found then
    call catalog.refuse('safety_ppe_check', 'mandatory_ppe', format('%s is in no list of protective equipment', wrong));
  end if;
end $$;

-- The members of a list in each of several objects, each once and in order.
create function catalog.union_of(items jsonb, member text) returns jsonb language sql immutable as $$
  select coalesce(jsonb_agg(distinct part.value order by part.value), '[]')
  from jsonb_array_elements(items) item, jsonb_array_elements(item.value -> member) part
$$;

create function catalog.check_task() returns trigger language plpgsql as $$
declare
  worst int;
begin
  -- An object of another shape is as wrong as a number out of range.
  if exists (
    select from jsonb_array_elements(new.hazards) hazard
    where (hazard ->> 'severity' in ('1', '2', '3', '4', '5')
      and hazard ->> 'likelihood' in ('1', '2', '3', '4', '5')
      and jsonb_typeof(hazard -> 'code') = 'string'
      and coalesce(jsonb_typeof(hazard -> 'standards'), 'array') = 'array'
      and coalesce(jsonb_typeof(hazard -> 'mandatory_ppe'), 'array') = 'array'
      and coalesce(jsonb_typeof(hazard -> 'recommended_ppe'), 'array') = 'array') is not true
  ) then
    call catalog.refuse('safety_rating_check', 'hazards', 'severity and likelihood are 1 to 5');
  end if;
  perform catalog.check_citations(
    (select coalesce(jsonb_agg(hazard -> 'code'), '[]') from jsonb_array_elements(new.hazards) hazard),
    catalog.union_of(new.hazards, 'standards'),
    catalog.union_of(new.hazards, 'mandatory_ppe') || catalog.union_of(new.hazards, 'recommended_ppe'));
  select max((hazard ->> 'severity')::int * (hazard ->> 'likelihood')::int) into worst
  from jsonb_array_elements(new.hazards) hazard;
  new.risk_level := case when worst >= 15 then 'critical' when worst >= 9 then 'high' when worst >= 4 then 'medium'
    else 'low' end;
  new.osha_standards := (
    select coalesce(jsonb_agg(code.value order by code.value), '[]')
    from jsonb_array_elements_text(catalog.union_of(new.hazards, 'standards')) code
    where exists (select from catalog.oshastandard s where s.cfr = catalog.cited(code.value) collate "C"));
  new.mandatory_ppe := catalog.union_of(new.hazards, 'mandatory_ppe');
  new.recommended_ppe := catalog.union_of(new.hazards, 'recommended_ppe');
  return new;
end $$;
create trigger check_task before insert or update on catalog.taskhazardmapping
  for each row execute function catalog.check_task();

create function catalog.check_tool() returns trigger language plpgsql as $$
begin
  perform catalog.check_citations(new.hazards, new.osha_standards, new.mandatory_ppe || new.recommended_ppe);
  return new;
end $$;
create trigger check_tool before insert or update on catalog.toolriskclassification
  for each row execute function catalog.check_tool();

create function catalog.refuse_cited() returns trigger language plpgsql as $$
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
create trigger refuse_cited before delete or update on catalog.oshastandard
  for each row execute function catalog.refuse_cited('cfr');
create trigger refuse_cited before delete or update on catalog.ansistandard
  for each row execute function catalog.refuse_cited('standard');
create trigger refuse_cited before delete or update on catalog.hazard
  for each row execute function catalog.refuse_cited('code');
create trigger refuse_cited before delete or update on catalog.ppetype
  for each row execute function catalog.refuse_cited('code');
