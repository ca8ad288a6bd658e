-- Purpose: what a batch that is committed in chunks has brought each machine, until the event of the whole is told
-- Depends: V0101
-- Rollback: U0171__create_batch_notes.sql

create table telemetry_batch_notes (
    tenant_id varchar(100) not null,
    batch_id varchar(50) not null,
    equipment_id varchar(50) not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    accepted int not null,
    warned int not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint telemetry_batch_notes_pkey primary key (tenant_id, batch_id, equipment_id),
    constraint telemetry_batch_notes_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id)
);

call platform.guard_tenant_table('telemetry_batch_notes', append_only => false);

create index ix_batch_notes_equipment on telemetry_batch_notes (tenant_id, equipment_id);
