-- Purpose: the words that a tenant's articles are found by, for those who mistype them
-- Depends: V0011
-- Rollback: U0065__create_productword.sql

-- NB: a word stands twice where two transactions brought it at once, because a unique one would make writers wait for
-- each other; and it stays when its last article is gone, because it then finds nothing.
create table catalog.productword (
  tenant_id text not null,
  id bigint not null default nextval('catalog.ids'),
  word varchar(64) collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint productword_pkey primary key (tenant_id, id)
);
create index productword_word_idx on catalog.productword (tenant_id, word);
create index productword_trigram_idx on catalog.productword using gin (tenant_id, word gin_trgm_ops);
call catalog.guard_tenant_table('catalog.productword');
call catalog.allow_search('catalog.productword');

-- The words of new or changed articles that are not known yet. Numbers are no words: they have no typing errors.
create function catalog.add_words() returns trigger language plpgsql as $$
begin
  execute format('
    insert into catalog.productword (tenant_id, word)
    select brought.tenant_id, brought.word
    from (
      select distinct p.tenant_id, w.word collate "C" as word
      from %s p cross join unnest(tsvector_to_array(p.search_tsv)) as w (word)
      where length(w.word) between 3 and 64 and w.word !~ ''[0-9]''
    ) brought
    where not exists (
      select from catalog.productword known
      where known.tenant_id = brought.tenant_id and known.word = brought.word)
    order by brought.tenant_id, brought.word', case tg_op when 'INSERT' then 'new_rows' else '(
      select n.tenant_id, n.search_tsv
      from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id
      where n.search_tsv <> o.search_tsv)' end);
  return null;
end $$;
create trigger add_words after insert on catalog.product
  referencing new table as new_rows for each statement execute function catalog.add_words();
create trigger add_changed_words after update on catalog.product
  referencing old table as old_rows new table as new_rows for each statement execute function catalog.add_words();
