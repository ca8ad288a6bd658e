package org.quartermaster.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.catalog.row.VersionedRow;
import org.quartermaster.catalog.unit.Unit;

/** An article. */
public class Product extends VersionedRow {
    public String sku;
    public String name;
    public String nameAr;
    public String slug;
    public String description;
    public Long categoryId;
    public Long brandId;
    public Long supplierId;
    public String status = "active";
    public boolean isPublished = true;
    public String availability = "in_stock";
    public String currency = "USD";

    /** What the price without scope says; quotations never read it. */
    public BigDecimal basePrice;

    public Long catalogueItemId;
    public String sourceUrl;
    public String imagesUrl;
    public String enrichedDescription;
    public JsonNode technicalSpecs = JsonNodeFactory.instance.objectNode();
    public JsonNode supplierInfo = JsonNodeFactory.instance.objectNode();
    public JsonNode competitorData = JsonNodeFactory.instance.objectNode();
    public String enrichmentStatus = "pending";
    public String enrichmentSource;
    public Instant lastEnriched;

    /** Why it could not be enriched the last time; null where it could. */
    public String enrichmentFailure;

    public JsonNode importMetadata = JsonNodeFactory.instance.objectNode();
    public String mpn;
    public String gtin;
    public String baseUom = Unit.PIECE;
    public String taxClass = "standard";
    public boolean allowBackorder;
    public Long successorId;

    /** In percent; the database measures it. */
    public BigDecimal completeness;

    public Instant deletedAt;
}
