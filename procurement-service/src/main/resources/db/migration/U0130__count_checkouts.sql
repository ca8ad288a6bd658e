-- Purpose: takes back V0130
-- Depends: V0130
-- Rollback: V0130__count_checkouts.sql
-- Destructive: approved
delete from procurement.login_attempts where kind = 'checkout';
alter table procurement.login_attempts drop constraint login_attempts_kind_check;
alter table procurement.login_attempts add constraint login_attempts_kind_check
  check (kind in ('email', 'address', 'registration', 'reset'));
