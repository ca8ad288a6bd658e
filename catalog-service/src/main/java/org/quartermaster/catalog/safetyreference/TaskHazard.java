package org.quartermaster.catalog.safetyreference;

import java.util.HashSet;
import java.util.List;
import org.quartermaster.catalog.safety.CodeCheck;
import org.quartermaster.catalog.safety.HazardRating;
import org.quartermaster.platform.rest.Fields;

/** Reads the hazards of a task, and holds what they name against the lists. */
final class TaskHazard {
    private static final int MAX_HAZARDS = 1_000;
    private static final int WORST = 5;
    private static final String STANDARDS = "standards";
    private static final String MANDATORY = "mandatory_ppe";
    private static final String RECOMMENDED = "recommended_ppe";

    private TaskHazard() {}

    static List<HazardRating> read(Fields fields) {
        var seen = new HashSet<String>();
        return fields.items("hazards", MAX_HAZARDS).stream()
                .map(item -> {
                    var rating = one(item);
                    if (rating.code() != null && !seen.add(rating.code())) {
                        item.error("code", "duplicate", "code");
                    }
                    return rating;
                })
                .toList();
    }

    private static HazardRating one(Fields item) {
        item.require("severity", "likelihood");
        return new HazardRating(
                SafetyFields.requiredCode(item, "code"),
                item.integer("severity", 1, WORST).or(1),
                item.integer("likelihood", 1, WORST).or(1),
                SafetyFields.texts(item, STANDARDS, SafetyFields.NAME),
                SafetyFields.texts(item, MANDATORY, SafetyFields.CODE),
                SafetyFields.texts(item, RECOMMENDED, SafetyFields.CODE));
    }

    /** @param place stands before the names of its fields */
    static HazardRating checked(HazardRating rating, String place, CodeCheck check) {
        check.hazard(place + "code", rating.code());
        check.equipment(place + MANDATORY, rating.mandatoryPpe());
        check.equipment(place + RECOMMENDED, rating.recommendedPpe());
        return new HazardRating(
                rating.code(),
                rating.severity(),
                rating.likelihood(),
                check.standards(place + STANDARDS, rating.standards()),
                rating.mandatoryPpe(),
                rating.recommendedPpe());
    }
}
