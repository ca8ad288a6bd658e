package org.quartermaster.equipment.maintenance;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.reference.MaintenanceType;

/** Work on a machine as its next owner may see it: without cost, names of people and notes. */
@Schema(name = "PastService")
public record PastService(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
        MaintenanceType maintenanceType,

        String description,
        String descriptionAr,
        Instant performedAt,
        BigDecimal performedHours,
        BigDecimal performedKm,
        List<String> partsReplaced) {

    static PastService of(MaintenanceRecord record) {
        return new PastService(
                record.maintenanceType,
                record.description,
                record.descriptionAr,
                record.performedAt,
                record.performedHours,
                record.performedKm,
                record.partsReplaced == null ? null : List.of(record.partsReplaced));
    }

    MaintenanceRecord record() {
        var record = new MaintenanceRecord();
        record.maintenanceType = maintenanceType;
        record.description = description;
        record.descriptionAr = descriptionAr;
        record.performedAt = performedAt;
        record.performedHours = performedHours;
        record.performedKm = performedKm;
        record.partsReplaced = partsReplaced == null ? null : partsReplaced.toArray(String[]::new);
        record.source = RecordSource.TRANSFER;
        return record;
    }
}
