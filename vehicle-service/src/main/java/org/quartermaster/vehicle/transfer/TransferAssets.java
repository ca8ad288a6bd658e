package org.quartermaster.vehicle.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.quartermaster.platform.change.Change;
import org.quartermaster.platform.change.UnitOfWork;
import org.quartermaster.platform.db.Columns;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.vehicle.transfer.Approval.Signature;

/** What a transfer does to assets; each method works in the one tenant of its unit. */
@ApplicationScoped
class TransferAssets {
    /** What belongs to the vehicle, whoever owns it; all else stays with the giver. */
    private static final String OWN_FIELDS =
            "vin, vin_raw, asset_kind, serial_number, make, model, variant, year, body,"
                    + " fuel, transmission, drive, engine, color, odometer_value, odometer_unit, odometer_read_at,"
                    + " first_registration_date, registration_country, inspection_expires_on";

    private static final String LOCK = """
            select id, vin, data_status, owner_person_id, owner_org_id from vehicle.assets
            where tenant_id = $1 and id = $2 for no key update
            """;
    private static final String READ = """
            insert into vehicle.odometer_readings (tenant_id, asset_id, reading, unit, read_at, source, source_ref)
            select tenant_id, asset_id, odometer_value, odometer_unit, requested_at, 'transfer', cast(id as text)
            from vehicle.vehicle_transfer_requests where id = $1 and odometer_value is not null
            """;
    private static final String SHOW_READING = """
            update vehicle.assets a
            set odometer_value = r.odometer_value, odometer_unit = r.odometer_unit, odometer_read_at = r.requested_at
            from vehicle.vehicle_transfer_requests r
            where r.id = $1 and r.odometer_value is not null and a.id = r.asset_id
            """;
    private static final String HISTORY = """
            insert into vehicle.asset_history (tenant_id, asset_id, at, actor_id, action, source, source_ref, request_id,
              from_status, to_status, field, old_value, new_value)
            values ($1, $2, $3, $4, 'transferred', 'transfer', $5, $6, $7, $8, $9,
              to_jsonb(cast($10 as text)), to_jsonb(cast($11 as text)))
            """;
    private static final String HOLD = "update vehicle.assets set owner_person_id = $2 where id = $1";
    private static final String ARCHIVE = """
            update vehicle.assets
            set data_status = 'archived', archived_at = $2, archived_by = $3, archive_reason = 'transferred'
            where id = $1
            """;
    private static final String PACK = """
            select cast(to_jsonb(o) as text) as vehicle, (
                select cast(coalesce(jsonb_agg(to_jsonb(r)), '[]') as text)
                from vehicle.odometer_readings r where r.tenant_id = $1 and r.asset_id = $2) as readings
            from (select %s from vehicle.assets where tenant_id = $1 and id = $2) o
            """.formatted(OWN_FIELDS);
    private static final String HOLDER_OF_VIN = """
            select id from vehicle.assets where tenant_id = $1 and vin_normalized = $2 and data_status <> 'archived'
            """;

    /** A serial number does for a VIN where machines rarely have one. */
    private static final String ENTER = """
            insert into vehicle.assets (tenant_id, id, owner_org_id, acquired_at, acquisition, previous_asset_id,
              created_by, completeness_score, completeness_version, %1$s)
            select $1, $2, cast($3 as uuid), $4, 'transfer', $5, $6,
              system.completeness('vehicle', to_jsonb(v) || jsonb_build_object('owner_org_id', cast($3 as uuid))
                || case when v.vin is null and v.asset_kind in ('trailer', 'boat', 'machine', 'other')
                  and length(v.serial_number) >= 3 then jsonb_build_object('vin', v.serial_number) else '{}' end),
              (select max(version) from system.completion_weight_versions where entity_type = 'vehicle'),
              %1$s
            from jsonb_populate_record(null::vehicle.assets, cast(cast($7 as text) as jsonb)) v
            returning cast(to_jsonb(assets) as text)
            """.formatted(OWN_FIELDS);

    private static final String ENTER_READINGS = """
            insert into vehicle.odometer_readings (tenant_id, asset_id, reading, unit, read_at, source, source_ref)
            select $1, $2, reading, unit, read_at, 'transfer', $3
            from jsonb_populate_recordset(null::vehicle.odometer_readings, cast(cast($4 as text) as jsonb))
            """;
    private static final String ENTER_HISTORY = """
            insert into vehicle.asset_history (tenant_id, asset_id, at, actor_id, action, source, source_ref, request_id,
              from_status, to_status, field, new_value)
            select $1, $2, $3, $4, 'created', 'transfer', $5, $6, null, h.to_status, h.field, h.value
            from (
              select 'draft' as to_status, null as field, null as value
              union all
              select null, f.key, f.value from jsonb_each(cast(cast($7 as text) as jsonb)) f where f.value <> 'null') h
            """;

    private final ObjectMapper json;

    @Inject
    TransferAssets(ObjectMapper json) {
        this.json = json;
    }

    /** A locked asset, as far as a transfer asks. */
    record GivenAsset(UUID id, String vin, String dataStatus, UUID ownerPersonId, UUID ownerOrgId) {
        /** 409 for an archived one. */
        void requireLive() {
            if (dataStatus.equals("archived")) {
                throw Problem.of(Refusal.ASSET_ARCHIVED);
            }
        }

        /** 409 where its owner or holder is another than when the request was made. */
        void requireOwnerOf(TransferRequest request) {
            if (!Objects.equals(ownerPersonId, request.currentOwnerId)
                    || !Objects.equals(ownerOrgId, request.currentOrgId)) {
                throw Problem.of(Refusal.OWNER_CHANGED);
            }
        }
    }

    /** What goes along with a vehicle, as JSON. */
    record Luggage(String vehicle, String readings) {}

    Uni<GivenAsset> lock(UnitOfWork unit, UUID id) {
        return unit.run(LOCK, unit.caller().tenant(), id)
                .map(Refusal.ASSET_NOT_FOUND::require)
                .map(row -> new GivenAsset(
                        row.getUUID("id"),
                        row.getString("vin"),
                        row.getString("data_status"),
                        row.getUUID("owner_person_id"),
                        row.getUUID("owner_org_id")));
    }

    /** Takes over what the request says of the odometer. */
    Uni<Void> read(UnitOfWork unit, TransferRequest request) {
        return request.odometerValue == null
                ? Uni.createFrom().voidItem()
                : unit.run(READ, request.id)
                        .chain(() -> unit.run(SHOW_READING, request.id))
                        .replaceWithVoid();
    }

    /** Gives the asset another holder. */
    Uni<Void> hold(UnitOfWork unit, TransferRequest request, Signature signature) {
        return unit.run(HOLD, request.assetId, request.targetPersonId)
                .chain(() -> unit.run(
                        HISTORY,
                        request.tenantId,
                        request.assetId,
                        Columns.time(signature.at()),
                        signature.user().toString(),
                        request.id.toString(),
                        signature.requestId(),
                        null,
                        null,
                        "owner_person_id",
                        text(request.currentOwnerId),
                        text(request.targetPersonId)))
                .replaceWithVoid();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    /** Puts the giver's asset away, and gives what goes along. */
    Uni<Luggage> archive(UnitOfWork unit, TransferRequest request, GivenAsset asset, Signature signature) {
        return unit.run(PACK, request.tenantId, asset.id())
                .map(rows -> rows.iterator().next())
                .map(row -> new Luggage(row.getString("vehicle"), row.getString("readings")))
                .call(() -> unit.run(ARCHIVE, asset.id(), Columns.time(signature.at()), signature.user()))
                .call(() -> unit.run(
                        HISTORY,
                        request.tenantId,
                        asset.id(),
                        Columns.time(signature.at()),
                        signature.user().toString(),
                        request.id.toString(),
                        signature.requestId(),
                        asset.dataStatus(),
                        "archived",
                        null,
                        null,
                        null));
    }

    /** 409 where the tenant has a live asset with the VIN; that is for the taker alone to know. */
    Uni<Void> requireFree(UnitOfWork unit, String vin) {
        return vin == null
                ? Uni.createFrom().voidItem()
                : unit.run(HOLDER_OF_VIN, unit.caller().tenant(), vin)
                        .invoke(rows -> rows.forEach(row -> {
                            throw Problem.of(Refusal.VIN_IN_USE).showing("asset_id", row.getUUID(0));
                        }))
                        .replaceWithVoid();
    }

    /** Makes the draft of the taker. */
    Uni<Void> arrive(UnitOfWork unit, TransferRequest request, Luggage luggage, Signature signature) {
        var tenant = unit.caller().tenant();
        var id = request.newAssetId;
        var reference = request.id.toString();
        var at = Columns.time(signature.at());
        return unit.run(
                        ENTER,
                        tenant,
                        id,
                        request.targetOrganizationId,
                        at,
                        request.assetId,
                        signature.user(),
                        luggage.vehicle())
                .invoke(rows -> tell(unit, rows.iterator().next().getString(0)))
                .chain(() -> unit.run(ENTER_READINGS, tenant, id, reference, luggage.readings()))
                .chain(() -> unit.run(
                        ENTER_HISTORY,
                        tenant,
                        id,
                        at,
                        signature.user().toString(),
                        reference,
                        signature.requestId(),
                        luggage.vehicle()))
                .replaceWithVoid();
    }

    private void tell(UnitOfWork unit, String row) {
        try {
            var asset = json.readValue(row, ArrivedAsset.class);
            unit.changed(Change.eventOnly("asset", asset.id().toString(), "created", asset.named(), null));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the database's own JSON cannot be read", impossible);
        }
    }
}
