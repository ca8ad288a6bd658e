package org.quartermaster.catalog.setting;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.db.Rows;

/** What prices, reservations, matches and quotations of a tenant go by; named as the columns are. */
final class CatalogSetting {
    static final String COLUMNS = """
            s.default_currency, s.min_margin_percent, s.price_policy, s.reservation_minutes, s.accepted_days,
            s.quotation_valid_days, s.number_prefix, s.match_auto, s.match_min, s.jurisdiction,
            cast(s.company as text) as company, s.version, s.created_at, s.updated_at\
            """;

    private static final Rows<CatalogSetting> ROWS = Rows.of(CatalogSetting.class, CatalogSetting::new);

    String defaultCurrency = "USD";
    BigDecimal minMarginPercent = new BigDecimal("0.0000");
    PricePolicy pricePolicy = PricePolicy.SPECIFIC;
    int reservationMinutes = 1_440;
    int acceptedDays = 30;
    int quotationValidDays = 30;
    String numberPrefix = "Q";
    BigDecimal matchAuto = new BigDecimal("0.8000");
    BigDecimal matchMin = new BigDecimal("0.3500");
    String jurisdiction = "US";

    /** JSON of {@link CompanyFields}. */
    String company = "{}";

    int version = 1;
    Instant createdAt;
    Instant updatedAt;

    static CatalogSetting read(Row row) {
        return ROWS.read(row);
    }
}
