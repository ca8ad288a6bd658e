-- Purpose: what users like, and how they want to be spoken to
-- Depends: V0003
-- Rollback: U0043__create_personal_settings.sql

create table procurement.personalization_settings (
  tenant_id text not null,
  setting_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  favorite_categories jsonb,
  favorite_cpv_codes jsonb,
  favorite_entities jsonb,
  dashboard_widgets jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint personalization_settings_pkey primary key (setting_id),
  constraint personalization_settings_user_unique unique (tenant_id, user_id),
  constraint personalization_settings_user_fk foreign key (user_id)
    references procurement.users (user_id) on delete cascade
);
create index personalization_settings_user_idx on procurement.personalization_settings (user_id);
call procurement.guard_tenant_table('procurement.personalization_settings');
call platform.add_row_version('procurement.personalization_settings');

create table procurement.user_preferences (
  tenant_id text not null,
  pref_id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  language varchar(10) not null default 'en',
  timezone varchar(50) not null default 'UTC',
  email_notifications boolean not null default true,
  in_app_notifications boolean not null default true,
  digest_hour int not null default 8,
  theme varchar(20) not null default 'light',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_preferences_pkey primary key (pref_id),
  constraint user_preferences_user_unique unique (tenant_id, user_id),
  constraint user_preferences_user_fk foreign key (user_id) references procurement.users (user_id) on delete cascade,
  constraint user_preferences_hour_check check (digest_hour between 0 and 23),
  constraint user_preferences_theme_check check (theme in ('light', 'dark', 'system'))
);
create index user_preferences_user_idx on procurement.user_preferences (user_id);
call procurement.guard_tenant_table('procurement.user_preferences');
call platform.add_row_version('procurement.user_preferences');
