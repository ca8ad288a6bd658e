-- Purpose: label tokens of machines, and the directory that finds the tenant of a scan
-- Depends: V0101
-- Rollback: U0119__create_scan_token.sql

create table scan_tokens (
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    token varchar(22) not null,
    revoked_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint scan_tokens_pkey primary key (tenant_id, token),
    constraint scan_tokens_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
);

call platform.guard_tenant_table('scan_tokens', append_only => false);

create unique index scan_tokens_live_unique on scan_tokens (tenant_id, equipment_id) where revoked_at is null;
create index ix_scan_tokens_equipment on scan_tokens (tenant_id, equipment_id);

-- The only table that is read without a tenant: a scan has none. A session that has a tenant sees its own rows alone.
create table scan_directory (
    token_hash bytea not null,
    tenant_id varchar(100) not null,
    equipment_id varchar(50) not null,
    constraint scan_directory_pkey primary key (token_hash),
    constraint scan_directory_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
);

create index ix_scan_directory_equipment on scan_directory (tenant_id, equipment_id);

alter table scan_directory enable row level security;
alter table scan_directory force row level security;
create policy tenant_isolation on scan_directory for all to equipment_app
    using (tenant_id = (select current_setting('app.tenant_id', true)))
    with check (tenant_id = (select current_setting('app.tenant_id', true)));
create policy scan_without_tenant on scan_directory for select to equipment_app
    using ((select nullif(current_setting('app.tenant_id', true), '')) is null);
create policy system_access on scan_directory for all to equipment_system using (true) with check (true);
revoke all on scan_directory from public, equipment_app, equipment_system;
grant select, insert, update, delete on scan_directory to equipment_app, equipment_system;
