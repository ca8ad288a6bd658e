package org.quartermaster.equipment.maintenance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.security.Sha256;

/** The chain of a machine's records: each hash covers the one before and the record's own columns. */
final class HashChain {
    private HashChain() {}

    /** What verifying found; {@code firstBadRecordId} is null where all is well. */
    record Verdict(boolean ok, long records, String headHash, String firstBadRecordId) {}

    /** Makes the record the link after the given one, which is null for the first. */
    static void append(MaintenanceRecord record, MaintenanceRecord last) {
        record.seq = last == null ? 1 : last.seq + 1;
        record.prevHash = last == null ? null : last.hash;
        record.hash = hash(record);
    }

    /** Checks all records of a machine, in the order of their sequence. */
    static Verdict verify(List<MaintenanceRecord> records) {
        MaintenanceRecord last = null;
        String bad = null;
        for (var record : records) {
            if (bad == null && !follows(record, last)) {
                bad = record.recordId;
            }
            last = record;
        }
        var head = last == null ? null : HexFormat.of().formatHex(last.hash);
        return new Verdict(bad == null, records.size(), head, bad);
    }

    private static boolean follows(MaintenanceRecord record, MaintenanceRecord last) {
        return record.seq == (last == null ? 1 : last.seq + 1)
                && Arrays.equals(record.prevHash, last == null ? null : last.hash)
                && Arrays.equals(record.hash, hash(record));
    }

    private static byte[] hash(MaintenanceRecord record) {
        var digest = Sha256.digest();
        if (record.prevHash != null) {
            digest.update(record.prevHash);
        }
        return digest.digest(Canonical.json(columns(record)).getBytes(StandardCharsets.UTF_8));
    }

    private static SortedMap<String, Object> columns(MaintenanceRecord record) {
        var columns = new TreeMap<String, Object>();
        columns.put("tenant_id", record.tenantId);
        columns.put("record_id", record.recordId);
        columns.put("equipment_id", record.equipmentId);
        columns.put("maintenance_type", Words.of(record.maintenanceType));
        columns.put("description", record.description);
        columns.put("description_ar", record.descriptionAr);
        columns.put("performed_by", record.performedBy);
        columns.put("performed_at", record.performedAt);
        columns.put("cost", record.cost);
        columns.put("currency", record.currency);
        columns.put("notes", record.notes);
        columns.put("parts_replaced", record.partsReplaced);
        columns.put("performed_hours", record.performedHours);
        columns.put("performed_km", record.performedKm);
        columns.put("labour_hours", record.labourHours);
        columns.put("downtime_minutes", record.downtimeMinutes);
        columns.put("plan_id", record.planId);
        columns.put("alert_id", record.alertId);
        columns.put("corrects_record_id", record.correctsRecordId);
        columns.put("voided", record.voided);
        columns.put("recorded_by", record.recordedBy);
        columns.put("source", Words.of(record.source));
        columns.put("seq", record.seq);
        columns.put("created_at", record.createdAt);
        if (record.correctionReason != null) {
            // Left out where it is null, because older records were hashed without it.
            columns.put("correction_reason", record.correctionReason);
        }
        return columns;
    }
}
