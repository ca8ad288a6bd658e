package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;
import java.util.UUID;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.vehicle.asset.OdometerUnit;

/**
 * What is asked for.
 *
 * @param requesterId whose signed paper is recorded; null for a request of one's own
 * @param days on the last of which the request expires
 */
public record TransferInput(
        TransferKind kind,
        UUID targetPersonId,
        UUID targetOrganizationId,
        UUID requesterId,
        UUID proofDocumentId,
        String notes,
        int days,
        BigDecimal odometerValue,
        OdometerUnit odometerUnit) {
    private static final int NOTES = 2_000;
    private static final int USUAL_DAYS = 7;
    private static final int MAX_DAYS = 60;
    private static final String MAX_ODOMETER = "99999999.9";

    /** Wrong, unknown and contradictory fields are 422. */
    public static TransferInput read(Fields fields) {
        fields.require("kind");
        var input = new TransferInput(
                fields.word("kind", TransferKind.class).value(),
                fields.uuid("target_person_id").value(),
                fields.uuid("target_organization_id").value(),
                fields.uuid("requester_id").value(),
                fields.uuid("proof_document_id").value(),
                fields.text("notes", 0, NOTES).value(),
                fields.integer("expires_in_days", 1, MAX_DAYS).or(USUAL_DAYS),
                fields.decimal("odometer_value", 1, "0", MAX_ODOMETER).value(),
                fields.word("odometer_unit", OdometerUnit.class).value());
        input.check(fields);
        fields.checkStrictly();
        return input;
    }

    private void check(Fields fields) {
        if (kind == TransferKind.INTERNAL && !fields.has("target_person_id")) {
            fields.error("target_person_id", "missing");
        }
        if (kind == TransferKind.INTERNAL && targetOrganizationId != null) {
            fields.error("target_organization_id", "only_handover");
        }
        if (kind == TransferKind.HANDOVER && targetPersonId != null) {
            fields.error("target_person_id", "only_internal");
        }
        if (odometerValue != null && odometerUnit == null) {
            fields.error("odometer_unit", "missing");
        }
        if (odometerValue == null && odometerUnit != null) {
            fields.error("odometer_value", "missing");
        }
    }

    boolean isByCode() {
        return kind == TransferKind.HANDOVER && targetOrganizationId == null;
    }
}
