-- Purpose: who accepted a quotation, under which reference, and what the stock could not give then
-- Depends: V0024
-- Rollback: U0085__keep_what_an_acceptance_left_out.sql
alter table catalog.quotation
  add column accepted_by varchar(300),
  add column client_reference varchar(300),
  -- lines of which a part is missing, with what was wanted and what is held
  add column backordered jsonb not null default '[]',
  -- lines whose product no warehouse keeps
  add column untracked jsonb not null default '[]',
  add constraint quotation_backordered_check check (jsonb_typeof(backordered) = 'array'),
  add constraint quotation_untracked_check check (jsonb_typeof(untracked) = 'array');
