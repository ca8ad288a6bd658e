package org.quartermaster.procurement.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.quartermaster.platform.rest.Fields;

/** Reads a request into a source. */
final class SourceFields {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,6})?");
    private static final int NAME = 500;
    private static final int WORD = 100;
    private static final int PUBLISHER = 10_000;
    private static final int DEEP = 5;

    private SourceFields() {}

    static void readId(Fields fields, Source source) {
        matching(fields, "source_id", SLUG, id -> source.sourceId = id);
    }

    static void apply(Fields fields, Source source) {
        fields.text("name", 1, NAME).to(name -> source.name = name);
        fields.object("publisher", PUBLISHER, DEEP).to(publisher -> source.publisher = publisher.toString());
        fields.text("licence", 0, NAME).to(licence -> source.licence = licence);
        var zone = fields.text("timezone", 1, WORD);
        if (zone.value() != null && !isZone(zone.value())) {
            fields.error("timezone", "unknown_timezone");
        }
        zone.to(name -> source.timezone = name);
        matching(fields, "default_currency", CURRENCY, currency -> source.defaultCurrency = currency);
        matching(fields, "country", COUNTRY, country -> source.country = country);
        matching(fields, "language", LANGUAGE, language -> source.language = language);
    }

    private static void matching(Fields fields, String name, Pattern form, Consumer<String> target) {
        var text = fields.text(name, 0, WORD);
        if (text.value() != null && !form.matcher(text.value()).matches()) {
            fields.error(name, "string_pattern", form.pattern());
        }
        text.to(target);
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
