-- Purpose: takes back V0113
-- Depends: V0113
-- Rollback: V0113__look_mistyped_words_up_among_words.sql
grant create on schema catalog to catalog_search;
set role catalog_search;

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

revoke all on function catalog.articles_with_typos(text[], int) from public;
grant execute on function catalog.articles_with_typos(text[], int) to catalog_app;
reset role;
revoke create on schema catalog from catalog_search;
