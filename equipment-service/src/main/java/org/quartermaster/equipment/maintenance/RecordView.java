package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.MaintenanceType;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** A maintenance record as clients see it: the keys of the seed, then those added. */
@Schema(name = "Record")
public record RecordView(
        String recordId,
        String equipmentId,
        MaintenanceType maintenanceType,
        String description,
        String descriptionAr,
        Instant performedAt,
        String performedBy,
        BigDecimal cost,
        String notes,
        List<String> partsReplaced,
        String currency,
        BigDecimal performedHours,
        BigDecimal performedKm,
        BigDecimal labourHours,
        Integer downtimeMinutes,
        @Schema(type = SchemaType.ARRAY) JsonNode parts,
        String planId,
        String alertId,
        String correctsRecordId,
        String correctedBy,
        boolean voided,
        String recordedBy,
        RecordSource source,
        long seq,
        String hash,
        Instant createdAt,
        String correctionReason)
        implements Versioned {

    /** Records never change; which one corrects it stands in the state of the tag. */
    @Override
    public long version() {
        return 1;
    }

    static RecordView of(MaintenanceRecord record) {
        return new RecordView(
                record.recordId,
                record.equipmentId,
                record.maintenanceType,
                record.description,
                record.descriptionAr,
                record.performedAt,
                record.performedBy,
                record.cost,
                record.notes,
                record.partsReplaced == null ? null : List.of(record.partsReplaced),
                record.currency,
                record.performedHours,
                record.performedKm,
                record.labourHours,
                record.downtimeMinutes,
                Json.stored(record.parts),
                record.planId,
                record.alertId,
                record.correctsRecordId,
                record.correctedBy,
                record.voided,
                record.recordedBy,
                record.source,
                record.seq,
                HexFormat.of().formatHex(record.hash),
                record.createdAt,
                record.correctionReason);
    }
}
