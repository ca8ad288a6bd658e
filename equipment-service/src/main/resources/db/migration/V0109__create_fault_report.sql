-- Purpose: faults reported by scan or in the app
-- Depends: V0108
-- Rollback: U0109__create_fault_report.sql

create table fault_reports (
    tenant_id varchar(100) not null,
    fault_id varchar(50) not null,
    equipment_id varchar(50) not null,
    source varchar(10) not null,
    title varchar(200) not null,
    description text,
    severity varchar(20) not null default 'medium',
    status varchar(20) not null default 'open',
    reporter_name varchar(100),
    reporter_contact varchar(100),
    photo_id varchar(50),
    client_hash varchar(64),
    resolved_at timestamptz,
    note text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint fault_reports_pkey primary key (tenant_id, fault_id),
    constraint fault_reports_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint fault_reports_photo_fk
        foreign key (tenant_id, photo_id) references equipment_photos (tenant_id, photo_id),
    constraint fault_reports_source_check check (source in ('scan', 'app')),
    constraint fault_reports_severity_check check (severity in ('low', 'medium', 'high', 'critical')),
    constraint fault_reports_status_check
        check (status in ('open', 'acknowledged', 'in_progress', 'resolved', 'closed'))
);

call platform.guard_tenant_table('fault_reports', append_only => false);

create index ix_fault_reports_status on fault_reports (tenant_id, status, created_at);
create index ix_fault_reports_equipment on fault_reports (tenant_id, equipment_id, created_at);
create index ix_fault_reports_photo on fault_reports (tenant_id, photo_id);
