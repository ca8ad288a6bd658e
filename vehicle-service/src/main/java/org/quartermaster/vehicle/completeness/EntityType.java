package org.quartermaster.vehicle.completeness;

import java.util.List;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/** What is scored, and the fields that may have weights. */
public enum EntityType {
    VEHICLE(
            "vin",
            "license_plate",
            "current_organization_id",
            "owner_org_id",
            "catalog_ref",
            "owner_person_id",
            "asset_kind",
            "serial_number",
            "plate_country",
            "make",
            "model",
            "variant",
            "year",
            "body",
            "fuel",
            "transmission",
            "drive",
            "engine",
            "color",
            "odometer_value",
            "odometer_unit",
            "odometer_read_at",
            "first_registration_date",
            "inspection_expires_on",
            "insurance_expires_on",
            "registration_country",
            "location_name",
            "acquired_at",
            "purchase_price",
            "purchase_currency",
            "value",
            "value_currency",
            "value_at",
            "notes"),
    PERSON("full_name"),
    ORGANIZATION("name", "country", "org_type");

    private final List<String> fields;

    EntityType(String... fields) {
        this.fields = List.of(fields);
    }

    public List<String> fields() {
        return fields;
    }

    /** An expression in SQL for the score of a row by the present weights, as {@link Completeness} counts. */
    public String scoreSql(String row) {
        return """
            (select cast(coalesce(sum(w.weight_percent), 0) as numeric)
             from system.system_data_completion_weights w
             where w.entity_type = '%s' and w.is_active and not %s)
            """.formatted(Words.of(this), Fill.emptySql("to_jsonb(" + row + ") ->> w.field_name"));
    }

    /** 404 for a word that is none. */
    static EntityType of(String word) {
        return Words.find(EntityType.class, word).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
