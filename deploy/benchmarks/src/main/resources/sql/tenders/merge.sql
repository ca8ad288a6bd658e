-- NB: all releases of a file are new and well made, and those of an ocid have one buyer; nothing of that is checked.
create temporary table releases on commit drop as
select n, raw, r, r ->> 'ocid' as ocid, (r ->> 'date')::timestamptz as date, sha256(convert_to(raw::text, 'UTF8')) as hash,
  array(select jsonb_array_elements_text(r -> 'tag')) as tags, p.party
from (select n, raw, raw::jsonb as r from staged) s
cross join lateral (select x as party from jsonb_array_elements(r -> 'parties') x where x -> 'roles' ? 'buyer' limit 1) p;
analyze releases;
create temporary table compiled on commit drop as
select ocid, gen_random_uuid() as process_id, count(*) as releases, min(date) as first_date, max(date) as last_date,
  pg_temp.merged(r order by date, n) || jsonb_build_object('id', ocid || '-' || (max(array[r ->> 'date']))[1],
    'tag', jsonb_build_array('compiled')) as c
from releases group by ocid;
analyze compiled;
insert into procurement.ocds_processes (process_id, ocid, tender_id, compiled, release_count, first_date, last_date,
  compile_state)
select process_id, ocid, ocid, c - 'initiationType' || jsonb_build_object('initiationType', c -> 'initiationType'),
  releases, first_date, last_date, 'ok'
from compiled;
insert into procurement.ocds_releases (source_id, ocid, release_id, date, date_text, tags, raw, content_hash, buyer_keys,
  process_id, valid, issue_count, job_id)
select 'bench', r.ocid, r.r ->> 'id', r.date, r.r ->> 'date', r.tags, r.raw, r.hash,
  array['1:MK-CRM:' || (r.party #>> '{identifier,id}'), '2:' || (r.party ->> 'id'), '3:' || lower(r.party ->> 'name')],
  c.process_id, true, 0, 'yardstick'
from releases r join compiled c using (ocid) order by r.n
on conflict do nothing;
create temporary table parties on commit drop as
select c.ocid, x #>> '{identifier,scheme}' as scheme, x #>> '{identifier,id}' as identifier, x ->> 'name' as name,
  x #>> '{roles,0}' as role
from compiled c cross join lateral jsonb_array_elements(c.c -> 'parties') x;
create temporary table fresh on commit drop as
select gen_random_uuid() as entity_id, scheme, identifier, min(name) as name, array_agg(distinct role) as roles
from parties p where not exists (
  select from procurement.entity_identifiers i where i.scheme = p.scheme and i.identifier = p.identifier)
group by scheme, identifier;
insert into procurement.entities (entity_id, name, name_folded, country, roles)
select entity_id, name, lower(name), 'MK', roles from fresh;
insert into procurement.entity_identifiers (entity_id, scheme, identifier)
select entity_id, scheme, identifier from fresh;
create temporary table known on commit drop as
select p.ocid, p.role, i.entity_id, p.name
from parties p join procurement.entity_identifiers i on i.scheme = p.scheme and i.identifier = p.identifier;
create index on known (ocid, role);
analyze known;
insert into procurement.tenders (tender_id, ocid, process_id, source_id, source_reference, title, description,
  main_category, procuring_entity, buyer_entity_id, procedure, status, ocds_status, publication_date, opening_date,
  closing_date, estimated_value, estimated_currency, actual_value, actual_currency, cpv_code, cpv_codes, cpv_prefixes,
  cpv_main_prefixes, winner, lots_count, documents_count, language, country, search, last_release_date, scraped_at)
select c.ocid, c.ocid, c.process_id, 'bench', t ->> 'id', t ->> 'title', t ->> 'description',
  t ->> 'mainProcurementCategory', c.c #>> '{buyer,name}', b.entity_id, t ->> 'procurementMethod',
  case when c.c ? 'awards' then 'awarded' else 'open' end, t ->> 'status', c.first_date,
  (t #>> '{tenderPeriod,startDate}')::timestamptz, (t #>> '{tenderPeriod,endDate}')::timestamptz,
  (t #>> '{value,amount}')::numeric, t #>> '{value,currency}', a.value, a.currency, t #>> '{classification,id}',
  k.codes, array(select distinct left(code, n) as p from unnest(k.codes) code, generate_series(2, 8) n order by p),
  array(select left(t #>> '{classification,id}', n) from generate_series(2, 8) n), a.winner, 0,
  jsonb_array_length(t -> 'documents'), c.c ->> 'language', 'MK',
  setweight(to_tsvector('simple', c.c #>> '{buyer,name}'), 'C') || to_tsvector('simple', coalesce(a.winner, ''))
    || setweight(to_tsvector('simple', t ->> 'title'), 'A') || setweight(to_tsvector('simple', t ->> 'description'), 'B'),
  c.last_date, c.last_date
from compiled c
cross join lateral (select c.c -> 'tender' as t) tender
left join lateral (select entity_id from known where ocid = c.ocid and role = 'buyer' limit 1) b on true
left join lateral (select sum((x #>> '{value,amount}')::numeric) as value, min(x #>> '{value,currency}') as currency,
    string_agg(distinct s ->> 'name', '; ') as winner
  from jsonb_array_elements(c.c -> 'awards') x, jsonb_array_elements(x -> 'suppliers') s) a on true
cross join lateral (select array_agg(distinct code) as codes from (
  select t #>> '{classification,id}' as code
  union all select x #>> '{classification,id}' from jsonb_array_elements(t -> 'items') x) codes) k;
insert into procurement.tender_items (tender_id, item_id, description, cpv_code, quantity, unit)
select c.ocid, x ->> 'id', x ->> 'description', x #>> '{classification,id}', (x ->> 'quantity')::numeric,
  x #>> '{unit,name}'
from compiled c cross join lateral jsonb_array_elements(c.c #> '{tender,items}') x;
insert into procurement.tender_awards (tender_id, award_id, title, status, date, value, currency, lot_ids, suppliers)
select c.ocid, x ->> 'id', x ->> 'title', x ->> 'status', (x ->> 'date')::timestamptz, (x #>> '{value,amount}')::numeric,
  x #>> '{value,currency}', '{}', x -> 'suppliers'
from compiled c cross join lateral jsonb_array_elements(c.c -> 'awards') x;
insert into procurement.tender_contracts (tender_id, contract_id, award_id, status, date_signed, value, currency)
select c.ocid, x ->> 'id', x ->> 'awardID', x ->> 'status', (x ->> 'dateSigned')::timestamptz,
  (x #>> '{value,amount}')::numeric, x #>> '{value,currency}'
from compiled c cross join lateral jsonb_array_elements(c.c -> 'contracts') x;
insert into procurement.tender_documents (tender_id, source_document_id, doc_type, file_name, file_url, mime_type)
select c.ocid, x ->> 'id', x ->> 'documentType', x ->> 'title', x ->> 'url', x ->> 'format'
from compiled c cross join lateral jsonb_array_elements(c.c #> '{tender,documents}') x;
insert into procurement.tender_entity_link (tender_id, entity_id, entity_type)
select distinct ocid, entity_id, role from known;
insert into procurement.tender_changes (tender_id, material_version, classes, release_key, changed, position)
select c.ocid, 1, '{published}', max(r.release_key), '[]',
  (select coalesce(max(position), 0) from procurement.tender_changes) + row_number() over (order by c.ocid)
from compiled c join procurement.ocds_releases r on r.process_id = c.process_id group by c.ocid
