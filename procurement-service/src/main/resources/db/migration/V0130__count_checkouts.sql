-- Purpose: checkouts are counted by where they come from, as registrations are
-- Depends: V0006
-- Rollback: U0130__count_checkouts.sql
-- Destructive: approved
-- The constraint is made anew with one more word; no row is touched.
alter table procurement.login_attempts drop constraint login_attempts_kind_check;
alter table procurement.login_attempts add constraint login_attempts_kind_check
  check (kind in ('email', 'address', 'registration', 'reset', 'checkout'));
