package org.quartermaster.catalog.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.rest.Json;
import org.quartermaster.platform.rest.Versioned;

/** The settings of a tenant as clients see them; times are null as long as they are those that all begin with. */
@Schema(name = "CatalogSetting")
record SettingView(
        String defaultCurrency,
        BigDecimal minMarginPercent,
        PricePolicy pricePolicy,
        int reservationMinutes,
        int acceptedDays,
        int quotationValidDays,
        String numberPrefix,
        BigDecimal matchAuto,
        BigDecimal matchMin,
        String jurisdiction,
        @Schema(type = SchemaType.OBJECT) JsonNode company,
        long version,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    static SettingView of(CatalogSetting setting) {
        return new SettingView(
                setting.defaultCurrency,
                setting.minMarginPercent,
                setting.pricePolicy,
                setting.reservationMinutes,
                setting.acceptedDays,
                setting.quotationValidDays,
                setting.numberPrefix,
                setting.matchAuto,
                setting.matchMin,
                setting.jurisdiction,
                Json.stored(setting.company),
                setting.version,
                setting.createdAt,
                setting.updatedAt);
    }
}
