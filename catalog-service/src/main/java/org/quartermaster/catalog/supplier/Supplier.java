package org.quartermaster.catalog.supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.row.VersionedRow;

/** Whom goods are bought from. */
final class Supplier extends VersionedRow {
    public String code;
    public String name;
    public String website;
    public String apiEndpoint;
    public String contactEmail;
    public String currency = "USD";
    public Integer leadTimeDays;
    public BigDecimal minimumOrderValue;
    public BigDecimal rating;
    public String credentialsRef;
    public boolean isActive = true;
    public JsonNode scrapingConfig = JsonNodeFactory.instance.objectNode();
    public Instant lastScraped;
}
