-- Three years of tenders; those of the last month are open.
with vocabulary as materialized (select %2$s::text[] as words)
insert into procurement.tenders (tender_id, ocid, source_id, source_reference, title, description, main_category,
  procuring_entity, procedure, status, publication_date, closing_date, estimated_value, estimated_currency, cpv_code,
  cpv_codes, cpv_prefixes, cpv_main_prefixes, winner, language, country, search, last_release_date, scraped_at)
select 'mass-' || to_char(n, 'fm00000000'), 'mass-' || to_char(n, 'fm00000000'), '%5$s', 'M-' || n, t.title,
  t.description, (array['goods', 'works', 'services'])[1 + n %% 3], 'Municipality ' || b.buyer,
  (array['open', 'open', 'open', 'selective', 'limited', 'direct', null])[1 + n %% 7], d.status, d.published,
  d.published + interval '30 days', m.value, m.currency, c.codes[1] || '-0', c.codes, c.prefixes, c.main_prefixes,
  case when d.status = 'awarded' then 'Supplier ' || n %% 20000 end, (array['mk', 'en', 'sq'])[1 + n %% 3],
  (array['MK', 'RS', 'BG', 'AL'])[1 + n %% 4],
  setweight(to_tsvector('simple', 'municipality ' || b.buyer), 'C') || setweight(to_tsvector('simple', t.title), 'A')
    || setweight(to_tsvector('simple', t.description), 'B'),
  d.published, now()
from vocabulary v cross join generate_series(1, %1$d) n
cross join lateral (select %3$s as title, %4$s as description) t
cross join lateral (select floor(3000 * power(random(), 2) + 0 * n)::int as buyer) b
cross join lateral (select now() - random() * interval '3 years' + 0 * n * interval '1 day' as published) p
cross join lateral (select p.published, case when p.published > now() - interval '30 days' then 'open'
  else (array['awarded', 'awarded', 'awarded', 'closed', 'cancelled'])[1 + n %% 5] end as status) d
cross join lateral (select
  case when n %% 5 > 0 then round((1000 * exp(9 * random()))::numeric, 2) end as value,
  case when n %% 5 > 0 then (array['EUR', 'EUR', 'EUR', 'MKD', 'MKD', 'USD'])[1 + n %% 6] end as currency) m
cross join lateral (select array_agg(code) as codes from (
  select (array['03', '09', '15', '30', '31', '33', '34', '39', '42', '44', '45', '48', '50', '60', '71', '72', '79',
      '85', '90', '98'])[1 + floor(20 * power(random(), 2))::int]
    || lpad(floor(random() * 600)::int * 1000 || '', 6, '0') as code
  from generate_series(1, 1 + n %% 3 + 0 * n)) x) k
cross join lateral (select k.codes,
  array(select distinct left(code, length) from unnest(k.codes) code, generate_series(2, 8) length) as prefixes,
  array(select left(k.codes[1], length) from generate_series(2, 8) length) as main_prefixes) c
