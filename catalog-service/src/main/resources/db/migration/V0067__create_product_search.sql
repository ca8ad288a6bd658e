-- Purpose: the search of products, by indexes that row security would keep from use
-- Depends: V0007, V0008, V0009, V0012, V0013, V0029, V0065, V0066
-- Rollback: U0067__create_product_search.sql
call catalog.allow_search('catalog.category');
call catalog.allow_search('catalog.brand');
call catalog.allow_search('catalog.supplier');
call catalog.allow_search('catalog.ansistandard');
call catalog.allow_search('catalog.unspsccode');
call catalog.allow_search('catalog.unitofmeasure');
call catalog.allow_search('catalog.etimclass');
call catalog.allow_search('catalog.etimfeature');
call catalog.allow_search('catalog.etimvalue');
call catalog.allow_search('catalog.etimunit');
call catalog.allow_search('catalog.etimclassfeature');

-- A product that is found: by which tier, how well, and by which of its numbers where one is the reason; and what facets
-- count of it, so that they need not read it once more.
create type catalog.product_hit as (id bigint, tier int, score numeric, reason text, category_id bigint, brand_id bigint,
  supplier_id bigint, availability text);
grant usage on type catalog.product_hit to catalog_search;

-- NB: a function may only set what its session knows, and a session knows the settings of libraries that it has used.
do $$ begin perform similarity('', ''); end $$;

grant create on schema catalog to catalog_search;
set role catalog_search;

-- NB: these functions run inside the three at the end, under their search_path: with one of their own they would be
-- planned anew at each call.
create function catalog.searched_tenant() returns text language plpgsql stable
as $$
declare
  tenant text := current_setting('app.tenant_id', true);
begin
  if coalesce(tenant, '') = '' then
    raise exception 'a search needs a tenant' using errcode = 'insufficient_privilege';
  end if;
  return tenant;
end $$;

create function catalog.texts_of(list jsonb) returns text[] language sql immutable
as $$
  select coalesce(array_agg(each), '{}') from jsonb_array_elements_text(list) as each
$$;

-- The condition of one feature on alias p; its numbers are in the base unit where it has a dimension.
create function catalog.feature_condition(tenant text, feature jsonb) returns text language plpgsql stable
as $$
declare
  key text := catalog.name_key(feature ->> 'name');
  codes text[] := array(
    select code from catalog.etimfeature f where catalog.name_key(f.name) = key) || upper(feature ->> 'name');
  low text := 'coalesce(s.value_low, s.value_num)';
  high text := 'coalesce(s.value_high, s.value_num)';
  kind text := '';
begin
  if feature ->> 'dimension' is not null then
    low := 's.canonical_low';
    high := 'coalesce(s.canonical_high, s.canonical_low)';
    kind := format(' and s.dimension = %L', feature ->> 'dimension');
  end if;
  return format(
    ' and p.id in (select s.product_id from catalog.productspecification s where s.tenant_id = %L'
    ' and (s.feature_id = any (%L) or s.spec_key = %L)%s and (%s))', tenant, codes, key, kind, (
      select string_agg(alternative, ' or ') from (
        select '(' || concat_ws(' and ', low || ' <= ' || (r ->> 'high')::numeric, high || ' >= ' || (r ->> 'low')::numeric)
          || ')' as alternative
        from jsonb_array_elements(feature -> 'ranges') r
        union all
        select format('s.value_code = upper(%1$L) or catalog.name_key(s.spec_value) = catalog.name_key(%1$L)', word)
        from unnest(catalog.texts_of(feature -> 'words')) word
        union all
        select format('s.value_bool = %L', word)
        from unnest(catalog.texts_of(feature -> 'words')) word where word in ('true', 'false')
      ) alternatives));
end $$;

-- The condition on alias p of all filters but the one that is named; %L is what keeps values of clients apart from SQL.
create function catalog.product_condition(tenant text, filters jsonb, without text) returns text
  language plpgsql stable
as $$
declare
  f jsonb := filters - without;
  part text := format('p.tenant_id = %L', tenant);
  each record;
begin
  if not coalesce((f ->> 'include_deleted')::boolean, false) then
    part := part || ' and p.deleted_at is null';
  end if;
  if f ? 'status' then
    part := part || format(' and p.status = any (%L)', catalog.texts_of(f -> 'status'));
  else
    part := part || ' and p.status = ''active''';
  end if;
  part := part || format(' and p.is_published = %L', coalesce((f ->> 'is_published')::boolean, true));
  for each in select key, value from jsonb_each(f)
      where key in ('brand_id', 'supplier_id', 'availability', 'enrichment_status') order by key loop
    part := part || format(' and p.%I = any (%L)', each.key, catalog.texts_of(each.value));
  end loop;
  if f ? 'category_id' then
    part := part || format(' and p.category_id in (select below.id from catalog.category top
      join catalog.category below on below.tenant_id = top.tenant_id
        and below.path >= top.path and below.path < top.path || '':''
      where top.tenant_id = %L and top.id = any (%L))', tenant, catalog.texts_of(f -> 'category_id'));
  end if;
  if f ? 'in_stock' then
    part := part || format(' and (p.availability = ''in_stock'') = %L', f ->> 'in_stock');
  end if;
  if f ? 'sku' then
    part := part || format(' and p.sku_upper = upper(%L)', f ->> 'sku');
  end if;
  if f ? 'min_completeness' then
    part := part || format(' and p.completeness >= %L', f ->> 'min_completeness');
  end if;
  if f ? 'updated_since' then
    part := part || format(' and p.updated_at >= %L', f ->> 'updated_since');
  end if;
  if f ? 'unspsc' then
    part := part || format(' and p.id in (select c.product_id from catalog.productclassification c
      join unnest(%L::text[]) as asked (prefix)
        on c.unspsc_code >= asked.prefix collate "C" and c.unspsc_code < asked.prefix || '':'' collate "C"
      where c.tenant_id = %L and c.status = ''confirmed'')', catalog.texts_of(f -> 'unspsc'), tenant);
  end if;
  if f ? 'etim_class' then
    part := part || format(' and p.id in (select c.product_id from catalog.productclassification c
      where c.tenant_id = %L and c.status = ''confirmed'' and c.etim_class = any (%L))',
      tenant, catalog.texts_of(f -> 'etim_class'));
  end if;
  if f ? 'certified_to' then
    part := part || format(' and p.id in (select c.product_id from catalog.productcertification c
      left join catalog.ansistandard a on a.id = c.standard_id
      where c.tenant_id = %1$L and (c.valid_from is null or c.valid_from <= current_date)
        and (c.valid_to is null or c.valid_to >= current_date)
        and (catalog.key_of(c.standard_text) = %2$L or catalog.key_of(a.family) = %2$L
          or catalog.key_of(a.standard) = %2$L or right(catalog.key_of(a.standard), length(%2$L)) = %2$L))',
      tenant, catalog.key_of(f ->> 'certified_to'));
  end if;
  for each in select value from jsonb_array_elements(coalesce(f -> 'features', '[]')) loop
    if catalog.name_key('feature:' || (each.value ->> 'name')) <> catalog.name_key(without) then
      part := part || catalog.feature_condition(tenant, each.value);
    end if;
  end loop;
  return part;
end $$;

-- Tiers 1 and 2: by a number of the product or of one of its packs.
create function catalog.products_by_number(asked jsonb, condition text, most int) returns catalog.product_hit[]
  language plpgsql stable
as $$
declare
  number text := asked ->> 'key';
  hits catalog.product_hit[];
  looks text;
begin
  if coalesce(number, '') = '' then
    return '{}';
  end if;
  select string_agg(format(
      '(select p.id, 1, case when %1$s = %2$L then 1.0 else 0.9 end, %3$L || %1$s, p.category_id, p.brand_id,
          p.supplier_id, p.availability
        from %4$s where %5$s and %6$s = %7$L limit %8$s)'
      || case when length(number) < 3 then '' else ' union all
        (select p.id, 2, round(%9$s / length(%6$s), 6), %3$L || %1$s, p.category_id, p.brand_id, p.supplier_id,
          p.availability
        from %4$s where %5$s and %6$s > %7$L and %6$s < %7$L || chr(1114111) limit %8$s)' end,
      n.shown, asked ->> 'text', n.reason, n.source, condition, n.compared, number, most, length(number)::numeric),
    ' union all ')
  into looks
  from (values
    ('p.sku', 'sku: ', 'p.sku_key', 'catalog.product p'),
    ('p.mpn', 'mpn: ', 'p.mpn_key', 'catalog.product p'),
    ('p.gtin', 'gtin: ', 'p.gtin', 'catalog.product p'),
    ('k.sku', 'pack sku: ', 'k.sku_key', 'catalog.productpack k
      join catalog.product p on p.tenant_id = k.tenant_id and p.id = k.product_id'),
    ('k.gtin', 'pack gtin: ', 'k.gtin', 'catalog.productpack k
      join catalog.product p on p.tenant_id = k.tenant_id and p.id = k.product_id')
  ) as n (shown, reason, compared, source)
  where n.reason not like '%gtin: ' or number ~ '^[0-9]+$';
  execute 'select array_agg(row(id, tier, score, reason, category_id, brand_id, supplier_id,
      availability)::catalog.product_hit)
    from (
      select distinct on (id) * from (' || looks || ') as found (
        id, tier, score, reason, category_id, brand_id, supplier_id, availability)
      order by id, tier, score desc, reason) best' into hits;
  return coalesce(hits, '{}');
end $$;

-- Tiers 3 to 5: by words, best first; products that are found already stay out.
create function catalog.products_by_words(
    tier int, words text, condition text, score text, known catalog.product_hit[], most int)
  returns catalog.product_hit[] language plpgsql stable
as $$
declare
  hits catalog.product_hit[];
begin
  if words is null then
    return '{}';
  end if;
  execute format('select array_agg(row(p.id, %s, round((%s)::numeric, 6), null, p.category_id, p.brand_id,
        p.supplier_id, p.availability)::catalog.product_hit)
      from (select p.id, p.search_tsv, p.category_id, p.brand_id, p.supplier_id, p.availability from catalog.product p
      where %s and p.search_tsv @@ to_tsquery(''simple'', %L) limit %s) p
    where not p.id = any ($1)', tier, score, condition, words, most)
    into hits using array(select h.id from unnest(known) h);
  return coalesce(hits, '{}');
end $$;

-- How well words are found, 0 to 1; where some of them are enough, their share counts first.
create function catalog.word_score(words text, each_word jsonb) returns text language sql stable
as $$
  select coalesce((
      select format('(%s)::numeric / %s + 0.001 * ', string_agg(
        format('(p.search_tsv @@ to_tsquery(''simple'', %L))::int', w ->> 'query'), ' + '), count(*))
      from jsonb_array_elements(each_word) w having count(*) > 0), '')
    || format('ts_rank(p.search_tsv, to_tsquery(''simple'', %L), 1)::numeric', words)
$$;

-- All hits that the filters leave, up to so many of each tier. Without a text all products are hits, in the order of
-- their ids, from behind the given one on. Those of a facet, which passes over its own filter, are not ranked.
create function catalog.product_hits(tenant text, asked jsonb, without text, widest int, behind bigint, most int)
  returns catalog.product_hit[] language plpgsql stable
as $$
declare
  wanted int := (asked ->> 'limit')::int;
  condition text := catalog.product_condition(tenant, asked -> 'filters', without);
  hits catalog.product_hit[];
begin
  if asked ->> 'text' is null then
    execute format('select array_agg(row(p.id, 3, 0, null, p.category_id, p.brand_id, p.supplier_id,
        p.availability)::catalog.product_hit)
      from (select p.id, p.category_id, p.brand_id, p.supplier_id, p.availability from catalog.product p
        where %s and p.id > %s order by p.id limit %s) p', condition, behind, most)
      into hits;
    return coalesce(hits, '{}');
  end if;
  hits := catalog.products_by_number(asked, condition, most);
  hits := hits || catalog.products_by_words(
    3, asked ->> 'all', condition,
    case when without = '' then catalog.word_score(asked ->> 'all', '[]') else '0' end, hits, most);
  if widest >= 4 or widest is null and cardinality(hits) < wanted then
    hits := hits || catalog.products_by_words(
      4, asked ->> 'some', condition,
      case when without = '' then catalog.word_score(asked ->> 'some', asked -> 'words') else '0' end, hits, most);
  end if;
  if widest >= 5 or widest is null and cardinality(hits) < wanted then
    hits := hits || catalog.products_by_words(
      5, asked ->> 'typos', condition,
      case when without = '' then catalog.word_score(asked ->> 'typos', '[]') else '0' end, hits, most);
  end if;
  return hits;
end $$;

-- Where in a product the words stand, by the weights of its search row.
create function catalog.product_reasons(vector tsvector, reasons jsonb) returns text[] language sql stable
as $$
  select coalesce(array_agg(place.name || ': ' || (r.value ->> 'text') order by r.ordinality, place.weight), '{}')
  from jsonb_array_elements(reasons) with ordinality r
    cross join (values ('a', 'name'), ('b', 'number, brand or class'), ('c', 'description'), ('d', 'specification'))
      as place (weight, name)
  where ts_filter(vector, array[place.weight::"char"]) @@ to_tsquery('simple', r.value ->> 'query')
$$;

-- The values of one facet among the hits. NB: a product is counted once for a value; only of a feature it may have one
-- twice.
create function catalog.product_facet(tenant text, facet text, hits catalog.product_hit[]) returns jsonb
  language plpgsql stable
as $$
declare
  classes text := 'select c.%1$s as key, count(*) as n from unnest($1) h
    join catalog.productclassification c on c.tenant_id = $2 and c.product_id = h.id
      and c.status = ''confirmed'' and c.%1$s is not null group by 1';
  values_counted jsonb;
  counted text := case
    when facet in ('category', 'brand', 'supplier') then format(
      'select r.id::text as value, r.name as label, g.n
      from (select h.%1$s_id as key, count(*) as n from unnest($1) h group by 1) g
        join catalog.%1$s r on r.tenant_id = $2 and r.id = g.key', facet)
    when facet = 'availability' then
      'select h.availability as value, h.availability as label, count(*) as n from unnest($1) h group by 1'
    when facet = 'unspsc' then format(
      'select r.code as value, r.title as label, g.n from (%s) g join catalog.unspsccode r on r.code = g.key',
      format(classes, 'unspsc_code'))
    when facet = 'etim_class' then format(
      'select g.key as value, (select r.description_en from catalog.etimclass r where r.class_code = g.key
        order by r.version desc limit 1) as label, g.n from (%s) g', format(classes, 'etim_class'))
    else 'select f.value, min(f.label) as label, count(distinct f.product_id) as n
      from (
        select s.product_id, coalesce(s.value_code, concat_ws('' '', s.spec_value, s.unit)) as value,
          coalesce(v.name, concat_ws('' '', s.spec_value, s.unit)) as label
        from unnest($1) h
          join catalog.productspecification s on s.tenant_id = $2 and s.product_id = h.id
            and s.no_value_reason is null and (s.feature_id = upper($3) or s.spec_key = catalog.name_key($3))
          left join catalog.etimvalue v on v.code = s.value_code) f
      group by 1' end;
begin
  execute 'select coalesce(jsonb_agg(jsonb_build_object(''value'', value, ''label'', label, ''count'', n)
      order by n desc, value collate "C"), ''[]'')
    from (' || counted || ') counts'
    into values_counted using hits, tenant, substr(facet, 9);
  return values_counted;
end $$;

-- The filters whose unit measures something else than their feature does.
create function catalog.mismatched_features(tenant text, features jsonb) returns jsonb language sql stable
as $$
  select coalesce(jsonb_agg(f.value ->> 'name'), '[]')
  from jsonb_array_elements(features) f
    cross join lateral (
      select array(
        select code::text from catalog.etimfeature e where catalog.name_key(e.name) = catalog.name_key(f.value ->> 'name'))
        || upper(f.value ->> 'name') as codes) own
    cross join lateral (
      select array(
          select distinct u.dimension::text from catalog.etimclassfeature c
            join catalog.etimunit e on e.code = c.unit_id join catalog.unitofmeasure u on u.code = e.uom_code
          where c.feature_id = any (own.codes)) as of_classes,
        array(
          select distinct s.dimension::text from (
            select s.dimension from catalog.productspecification s
            where s.tenant_id = tenant and s.dimension is not null
              and (s.feature_id = any (own.codes) or s.spec_key = catalog.name_key(f.value ->> 'name'))
            limit 1000) s) as of_products) known
  where f.value ->> 'dimension' is not null
    and f.value ->> 'dimension' <> all (case when of_classes = '{}' then of_products else of_classes end)
    and (of_classes <> '{}' or of_products <> '{}')
$$;

-- One page of a search with its total and facets. NB: of words that more products have than are ranked, not all hits
-- are looked at, but always the same; the total then is a lower bound.
create function catalog.search_products(asked jsonb) returns jsonb language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set work_mem = '16MB'
  set synchronize_seqscans = off
as $$
declare
  counted constant int := 10000;
  ranked constant int := case when asked ->> 'text' is null then counted + 1 else 2 * counted end;
  tenant text := catalog.searched_tenant();
  wanted int := (asked ->> 'limit')::int;
  mismatched jsonb := case when asked -> 'filters' ? 'features'
    then catalog.mismatched_features(tenant, asked -> 'filters' -> 'features') else '[]' end;
  behind bigint := coalesce((asked -> 'after' ->> 2)::bigint, 0);
  hits catalog.product_hit[];
  shown catalog.product_hit[];
  others catalog.product_hit[];
  widest int := (asked ->> 'widest')::int;
  is_exact boolean;
  page jsonb;
  own text;
  facet text;
  facets jsonb := '{}';
begin
  if mismatched <> '[]' then
    return jsonb_build_object('mismatched', mismatched);
  end if;
  hits := catalog.product_hits(tenant, asked, '', widest, 0, ranked);
  is_exact := cardinality(hits) <= counted;
  widest := coalesce(widest, case
    when (select count(*) from unnest(hits) h where h.tier <= 3) >= wanted then 3
    when asked ->> 'typos' is null or (select count(*) from unnest(hits) h where h.tier <= 4) >= wanted then 4
    else 5 end);
  shown := case when asked ->> 'text' is null and behind > 0
    then catalog.product_hits(tenant, asked, '', widest, behind, wanted + 1) else hits end;
  select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'tier', h.tier, 'score', h.score, 'why',
    case when h.reason is null then to_jsonb(catalog.product_reasons(p.search_tsv, asked -> 'reasons'))
      else jsonb_build_array(h.reason) end) order by h.tier, h.score desc, h.id), '[]') into page
  from (
    select * from unnest(shown) h
    where asked ->> 'after' is null or (h.tier, -h.score, h.id)
      > ((asked -> 'after' ->> 0)::int, -(asked -> 'after' ->> 1)::numeric, behind)
    order by h.tier, h.score desc, h.id limit wanted + 1) h
    join catalog.product p on p.tenant_id = tenant and p.id = h.id;
  for facet in select jsonb_array_elements_text(asked -> 'facets') loop
    own := case facet when 'category' then 'category_id' when 'brand' then 'brand_id'
      when 'supplier' then 'supplier_id' else facet end;
    if asked -> 'filters' ? own or facet like 'feature:%' then
      others := catalog.product_hits(tenant, asked, own, widest, 0, ranked);
    else
      others := hits;
    end if;
    is_exact := is_exact and cardinality(others) <= counted;
    facets := facets || jsonb_build_object(facet, catalog.product_facet(tenant, facet, others));
  end loop;
  return jsonb_build_object('hits', page, 'total', cardinality(hits), 'total_exact', is_exact,
    'widest', widest, 'facets', facets);
end $$;

-- The tenant's words that share letters with those asked for: at least as many as one with their typing errors does.
create function catalog.similar_words(asked text[]) returns table (asked_word text, word text, likeness real)
  language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp
  set pg_trgm.similarity_threshold = 0.3
as $$
declare
  tenant text := catalog.searched_tenant();
  one text;
  letters int;
  shared real;
begin
  foreach one in array asked loop
    letters := length(one);
    -- Of the letters + 1 trigrams of a word a swap spoils 4; a letter that stands twice spoils a little more.
    shared := greatest(1, letters + 1 - case when letters < 8 then 4 else 8 end);
    perform set_config('pg_trgm.similarity_threshold', (0.8 * shared / (2 * (letters + 1) - shared))::text, true);
    return query execute format('
      select distinct %1$L, w.word::text, similarity(w.word, %1$L) from catalog.productword w
      where w.tenant_id = %2$L and w.word %% %1$L and length(w.word) between %3$s and %4$s',
      one, tenant, letters - 2, letters + 2);
  end loop;
end $$;

-- What a few typed letters may become: numbers that begin with them, names that have the words, and words.
-- NB: the beginning of a word is looked up among the words, because how many products have any that begins so is
-- something that the planner cannot guess.
create function catalog.suggest_products(asked jsonb) returns table (text text, product_id bigint, kind text)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set synchronize_seqscans = off
as $$
declare
  tenant text := catalog.searched_tenant();
  wanted int := (asked ->> 'limit')::int;
  condition text := catalog.product_condition(tenant, '{}', '');
  last text := coalesce(asked ->> 'last', '');
  meant text := quote_literal(last);
  known text;
begin
  if length(last) >= 3 then
    select '(' || string_agg(quote_literal(w.word), ' | ') || ')' into known
    from (
      select distinct p.word from catalog.productword p
      where p.tenant_id = tenant and p.word >= last and p.word < last || chr(1114111)
      order by p.word limit 20) w;
    meant := coalesce(known, meant || ':*');
  end if;
  return query execute format('
    (select p.sku::text, p.id, ''sku'' from catalog.product p
      where %1$s and %2$L <> '''' and p.sku_key >= %2$L and p.sku_key < %2$L || chr(1114111)
      order by p.sku_key, p.id limit %4$s)
    union all
    (select s.name, s.id, ''name'' from (
        select p.name::text, p.id from catalog.product p
        where %1$s and p.search_tsv @@ to_tsquery(''simple'', %3$L) limit 100) s
      order by length(s.name), s.name collate "C", s.id limit %4$s)
    union all
    (select distinct w.word::text, null::bigint, ''word'' from catalog.productword w
      where w.tenant_id = %6$L and %5$L <> '''' and w.word >= %5$L and w.word < %5$L || chr(1114111)
      order by 1 limit %4$s)
    limit %4$s', condition, coalesce(asked ->> 'key', ''), concat_ws(' & ', asked ->> 'words', nullif(meant, '''''')),
    wanted, case when asked ->> 'words' is null then last else '' end, tenant);
end $$;

do $$
declare
  made regprocedure;
begin
  for made in select oid::regprocedure from pg_proc
      where pronamespace = 'catalog'::regnamespace and proowner = 'catalog_search'::regrole loop
    execute format('revoke all on function %s from public', made);
  end loop;
end $$;
grant execute on function catalog.search_products(jsonb), catalog.similar_words(text[]), catalog.suggest_products(jsonb)
  to catalog_app;

reset role;
revoke create on schema catalog from catalog_search;
