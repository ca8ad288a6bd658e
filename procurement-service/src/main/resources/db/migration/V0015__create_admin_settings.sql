-- Purpose: the settings that an organization makes for itself
-- Depends: V0003
-- Rollback: U0015__create_admin_settings.sql
create table procurement.admin_settings (
  tenant_id text not null,
  setting_id uuid not null default gen_random_uuid(),
  setting_key varchar(255) not null,
  setting_value text,
  setting_type varchar(50) not null,
  description text,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint admin_settings_pkey primary key (setting_id),
  constraint admin_settings_key_unique unique (tenant_id, setting_key),
  constraint admin_settings_user_fk foreign key (updated_by)
    references procurement.users (user_id) on delete set null,
  constraint admin_settings_type_check
    check (setting_type in ('string', 'integer', 'decimal', 'boolean', 'duration', 'json'))
);
create index admin_settings_user on procurement.admin_settings (updated_by) where updated_by is not null;
call procurement.guard_tenant_table('procurement.admin_settings');
call platform.add_row_version('procurement.admin_settings');
