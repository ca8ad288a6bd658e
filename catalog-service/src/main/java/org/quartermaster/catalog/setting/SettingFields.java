package org.quartermaster.catalog.setting;

import org.quartermaster.catalog.request.Numbers;
import org.quartermaster.platform.rest.Fields;

/** Takes the fields of a request over into the settings. */
final class SettingFields {
    private SettingFields() {}

    static void apply(Fields fields, CatalogSetting setting) {
        fields.require("default_currency", "min_margin_percent", "price_policy", "reservation_minutes");
        fields.require("accepted_days", "quotation_valid_days", "number_prefix", "match_auto", "match_min");
        fields.require("jurisdiction");
        fields.text("default_currency", 3, 3).to(value -> setting.defaultCurrency = value);
        Numbers.percent(fields, "min_margin_percent", "99.99").to(value -> setting.minMarginPercent = value);
        fields.word("price_policy", PricePolicy.class).to(value -> setting.pricePolicy = value);
        fields.integer("reservation_minutes", 1, Integer.MAX_VALUE)
                .to(value -> setting.reservationMinutes = value == null ? 0 : value);
        fields.integer("accepted_days", 1, Integer.MAX_VALUE)
                .to(value -> setting.acceptedDays = value == null ? 0 : value);
        fields.integer("quotation_valid_days", 1, Integer.MAX_VALUE)
                .to(value -> setting.quotationValidDays = value == null ? 0 : value);
        fields.text("number_prefix", 1, 64).to(value -> setting.numberPrefix = value);
        Numbers.exact(fields, "match_auto", 4, "0", "1").to(value -> setting.matchAuto = value);
        Numbers.exact(fields, "match_min", 4, "0", "1").to(value -> setting.matchMin = value);
        jurisdiction(fields, setting);
        checkMatches(fields, setting);
    }

    /** NB: these words are written in capitals, unlike those of other columns. */
    private static void jurisdiction(Fields fields, CatalogSetting setting) {
        fields.text("jurisdiction", 2, 2).to(value -> {
            if (value != null && !value.matches("US|EU")) {
                fields.error("jurisdiction", "enum", "US, EU");
            }
            setting.jurisdiction = value;
        });
    }

    private static void checkMatches(Fields fields, CatalogSetting setting) {
        if (setting.matchAuto != null
                && setting.matchMin != null
                && setting.matchMin.compareTo(setting.matchAuto) > 0) {
            fields.error("match_min", "less_than_equal", setting.matchAuto);
        }
    }
}
