-- Purpose: the articles that the lines of a request may mean, for the words of all lines at once
-- Depends: V0011
-- Rollback: U0080__find_articles_of_lines.sql

-- Whoever makes a function for another role must be that role, able to create in the schema, and only then.
grant create on schema catalog to catalog_search;
set role catalog_search;

-- How many articles have each word, and which, unless they are more than the most that are of use.
-- NB: never by reading all articles, however many the planner expects to have a word.
create function catalog.articles_with_words(words text[], most int)
  returns table (word text, articles bigint, ids bigint[])
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
declare
  tenant text := current_setting('app.tenant_id');
begin
  if tenant = '' then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  return query
    select w.word, count(p.id), case when count(p.id) <= most then array_agg(p.id order by p.id) end
    from unnest(words) w (word)
      join catalog.product p on p.tenant_id = tenant and p.search_tsv @@ plainto_tsquery('simple', w.word)
    where p.deleted_at is null and p.status = 'active'
    group by w.word;
end $$;

-- The best articles that have all words of a phrase, for phrases of words that each are common.
create function catalog.articles_with_phrases(phrases text[], most int)
  returns table (phrase text, ids bigint[])
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off
as $$
declare
  tenant text := current_setting('app.tenant_id');
begin
  if tenant = '' then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  return query
    select f.phrase, array(
      select p.id from catalog.product p
      where p.tenant_id = tenant and p.search_tsv @@ plainto_tsquery('simple', f.phrase)
        and p.deleted_at is null and p.status = 'active'
      order by ts_rank(p.search_tsv, plainto_tsquery('simple', f.phrase)) desc, p.id
      limit most)
    from unnest(phrases) f (phrase);
end $$;

-- The articles with a word that is written nearly so.
create function catalog.articles_with_typos(words text[], most int)
  returns table (word text, ids bigint[])
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
  set enable_seqscan = off
as $$
declare
  tenant text := current_setting('app.tenant_id');
begin
  if tenant = '' then
    raise exception 'no tenant' using errcode = 'insufficient_privilege';
  end if;
  -- NB: the setting is known once the extension is loaded.
  perform show_trgm(''), set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return query
    select w.word, array(
      select p.id from catalog.product p
      where p.tenant_id = tenant and p.search_text %> w.word and p.deleted_at is null and p.status = 'active'
      order by word_similarity(w.word, p.search_text) desc, p.id
      limit most)
    from unnest(words) w (word);
end $$;

revoke all on function catalog.articles_with_words(text[], int), catalog.articles_with_phrases(text[], int),
  catalog.articles_with_typos(text[], int) from public;
grant execute on function catalog.articles_with_words(text[], int), catalog.articles_with_phrases(text[], int),
  catalog.articles_with_typos(text[], int) to catalog_app;
reset role;
revoke create on schema catalog from catalog_search;
