package org.quartermaster.procurement.alert;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Field;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.procurement.criteria.Criteria;
import org.quartermaster.procurement.ocds.row.ChangeClass;

/** Takes the fields of a request over into an alert. */
final class AlertFields {
    private static final int MAX_NAME = 255;
    private static final int MAX_DAYS = 365;

    private AlertFields() {}

    /**
     * What a request wants of the past.
     *
     * @param backfillDays days whose changes are matched too, or null
     * @param catchUp whether a resumed alert gets what came while it was paused
     */
    record Past(Integer backfillDays, boolean catchUp) {}

    static Past apply(Fields fields, Alert alert) {
        fields.text("name", 1, MAX_NAME).to(value -> alert.name = value);
        criteria(fields, alert);
        fields.word("frequency", Frequency.class).to(value -> alert.frequency = value);
        words(fields, "channels", Channel.class, given -> alert.channels = given);
        fields.uuid("webhook_id").to(value -> alert.webhookId = value);
        words(fields, "notify_on", ChangeClass.class, given -> alert.notifyOn = given);
        if (Arrays.asList(alert.notifyOn).contains(ChangeClass.COSMETIC.code())) {
            fields.error("notify_on", "cosmetic_is_not_told");
        }
        if (Arrays.asList(alert.channels).contains(Words.of(Channel.WEBHOOK)) && alert.webhookId == null) {
            fields.error("webhook_id", "missing");
        }
        return new Past(fields.integer("backfill_days", 1, MAX_DAYS).value(), isTrue(fields.bool("catch_up")));
    }

    private static boolean isTrue(Field<Boolean> field) {
        return Boolean.TRUE.equals(field.value());
    }

    private static void criteria(Fields fields, Alert alert) {
        CriteriaInput.read(fields, Json.stored(alert.filters)).ifPresent(criteria -> {
            criteria.requireAny(fields, "criteria");
            alert.filters = stored(criteria);
        });
    }

    static String stored(Criteria criteria) {
        return criteria.toJson().toString();
    }

    private static <E extends Enum<E>> void words(
            Fields fields, String name, Class<E> type, Consumer<String[]> target) {
        if (!fields.has(name)) {
            return;
        }
        List<String> given =
                fields.words(name, type).stream().distinct().map(Words::of).toList();
        if (given.isEmpty() && fields.errors().isEmpty()) {
            fields.error(name, "missing");
        }
        target.accept(given.toArray(String[]::new));
    }

    static boolean hasOther(UUID one, UUID other) {
        return one != null && !one.equals(other);
    }
}
