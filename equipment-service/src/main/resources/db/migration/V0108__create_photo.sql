-- Purpose: photos of machines, their bytes apart
-- Depends: V0101
-- Rollback: U0108__create_photo.sql

create table equipment_photos (
    tenant_id varchar(100) not null,
    photo_id varchar(50) not null,
    equipment_id varchar(50) not null,
    content_type varchar(50) not null,
    bytes int not null,
    width int not null,
    height int not null,
    sha256 varchar(64) not null,
    caption varchar(500),
    caption_ar varchar(500),
    is_primary boolean not null default false,
    taken_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_photos_pkey primary key (tenant_id, photo_id),
    constraint equipment_photos_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_photos_content_type_check check (content_type in ('image/jpeg', 'image/png'))
);

call platform.guard_tenant_table('equipment_photos', append_only => false);

create unique index equipment_photos_primary_unique
    on equipment_photos (tenant_id, equipment_id) where is_primary and deleted_at is null;
create index ix_photos_equipment on equipment_photos (tenant_id, equipment_id, created_at);

create table photo_blobs (
    tenant_id varchar(100) not null,
    photo_id varchar(50) not null,
    original bytea storage external not null,
    thumb bytea storage external not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint photo_blobs_pkey primary key (tenant_id, photo_id),
    constraint photo_blobs_photo_fk
        foreign key (tenant_id, photo_id) references equipment_photos (tenant_id, photo_id) on delete cascade
);

call platform.guard_tenant_table('photo_blobs', append_only => false);
