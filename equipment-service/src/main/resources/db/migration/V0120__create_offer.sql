-- Purpose: vehicles that the registry offers as machines
-- Depends: V0101
-- Rollback: U0120__create_offer.sql

create table equipment_offers (
    tenant_id varchar(100) not null,
    offer_id varchar(50) not null,
    vehicle_asset_id varchar(50) not null,
    vin varchar(17),
    proposal jsonb not null,
    suggested_equipment_id varchar(50),
    state varchar(20) not null default 'pending',
    equipment_id varchar(50),
    source_event_id varchar(100) not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint equipment_offers_pkey primary key (tenant_id, offer_id),
    constraint equipment_offers_source_event_unique unique (tenant_id, source_event_id),
    constraint equipment_offers_suggested_fk
        foreign key (tenant_id, suggested_equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_offers_equipment_fk
        foreign key (tenant_id, equipment_id) references equipment (tenant_id, equipment_id),
    constraint equipment_offers_state_check check (state in ('pending', 'accepted', 'linked', 'dismissed'))
);

call platform.guard_tenant_table('equipment_offers', append_only => false);

create unique index equipment_offers_pending_unique
    on equipment_offers (tenant_id, vehicle_asset_id) where state = 'pending';
create index ix_offers_state on equipment_offers (tenant_id, state, created_at);
create index ix_offers_asset on equipment_offers (tenant_id, vehicle_asset_id);
create index ix_offers_suggested on equipment_offers (tenant_id, suggested_equipment_id);
create index ix_offers_equipment on equipment_offers (tenant_id, equipment_id);
