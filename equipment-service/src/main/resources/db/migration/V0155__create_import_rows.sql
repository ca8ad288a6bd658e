-- Purpose: the checked rows of an import that waits to be written, and what became of each
-- Depends: V0010, V0101
-- Rollback: U0155__create_import_rows.sql

-- An outcome is written in the transaction of its effect, so a worker that takes over knows what is left to do.
create table equipment_import_rows (
    tenant_id varchar(100) not null,
    job_id varchar(50) not null,
    line bigint not null,
    equipment_id varchar(50),
    serial_key text collate "C",
    vin_key text collate "C",
    qr_code varchar(100),
    content text,
    outcome varchar(20),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_import_rows_pkey primary key (tenant_id, job_id, line),
    constraint equipment_import_rows_job_fk foreign key (tenant_id, job_id)
        references platform.job (tenant_id, job_id) on delete cascade,
    constraint equipment_import_rows_outcome_check check (outcome in ('created', 'updated', 'unchanged', 'failed'))
);

call platform.guard_tenant_table('equipment_import_rows', append_only => false);

create index ix_import_rows_equipment on equipment_import_rows (tenant_id, job_id, equipment_id)
    where equipment_id is not null;
create index ix_import_rows_serial on equipment_import_rows (tenant_id, job_id, serial_key)
    where serial_key is not null;
create index ix_import_rows_vin on equipment_import_rows (tenant_id, job_id, vin_key) where vin_key is not null;
create index ix_import_rows_qr on equipment_import_rows (tenant_id, job_id, qr_code) where qr_code is not null;
