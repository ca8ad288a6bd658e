-- Purpose: the plans and their limits, which stand nowhere else
-- Depends: V0001
-- Rollback: U0002__create_plans.sql
-- A limit of -1 is none. trial_days are days of the plan professional.
create table procurement.plans (
  plan text not null,
  rank int not null,
  daily_queries int not null,
  monthly_queries int not null,
  alerts int not null,
  saved_searches int not null,
  exports_per_day int not null,
  webhooks int not null,
  api_keys int not null,
  members int not null,
  requests_per_minute int not null,
  allow_vpn boolean not null,
  trial_days int not null,
  price_month_eur numeric(10, 2) not null,
  price_year_eur numeric(10, 2) not null,
  price_month_mkd numeric(10, 2) not null,
  price_ids text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plans_pkey primary key (plan),
  constraint plans_rank_unique unique (rank),
  constraint plans_plan_check check (plan in ('free', 'starter', 'professional', 'enterprise')),
  constraint plans_limits_check check (-1 <= all (array[daily_queries, monthly_queries, alerts, saved_searches,
    exports_per_day, webhooks, api_keys, members, requests_per_minute])),
  constraint plans_trial_check check (trial_days >= 0),
  constraint plans_prices_check check (0 <= all (array[price_month_eur, price_year_eur, price_month_mkd]))
);
call platform.guard_global_table('procurement.plans');

-- The price alone decides the plan, so no price may stand in two.
create function procurement.refuse_shared_price() returns trigger language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('procurement.plans', 0));
  if exists (select from procurement.plans p where p.plan <> new.plan and p.price_ids && new.price_ids) then
    raise exception 'a price of % is one of another plan', new.plan
      using errcode = 'unique_violation', constraint = 'plans_price_unique';
  end if;
  return null;
end $$;
create trigger refuse_shared_price after insert or update on procurement.plans
  for each row execute function procurement.refuse_shared_price();

insert into procurement.plans (plan, rank, daily_queries, monthly_queries, alerts, saved_searches, exports_per_day,
  webhooks, api_keys, members, requests_per_minute, allow_vpn, trial_days,
  price_month_eur, price_year_eur, price_month_mkd, price_ids)
values
  ('free', 0, 3, 90, 3, 3, 1, 0, 0, 1, 120, false, 14, 0, 0, 0, '{}'),
  ('starter', 1, 5, 150, 10, 10, 5, 1, 2, 3, 300, true, 0, 9.99, 99.90, 599,
    '{price_starter_month,price_starter_year}'),
  ('professional', 2, 20, 600, 50, 50, 20, 5, 5, 10, 1200, true, 0, 32.99, 329.90, 1999,
    '{price_professional_month,price_professional_year}'),
  ('enterprise', 3, -1, -1, -1, 500, -1, 20, 20, -1, -1, true, 0, 79.99, 799.90, 4999,
    '{price_enterprise_month,price_enterprise_year}');
