package org.quartermaster.procurement.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.quartermaster.procurement.ocds.row.SourceFacts;

/** A publisher whose releases are loaded. */
@Entity
@DynamicUpdate
@Table(schema = "procurement", name = "ocds_sources")
public class Source {
    /** That of tenders that are written through the API. */
    public static final String MANUAL = "manual";

    @Id
    public String sourceId;

    public String name;

    /** As packages name it: an object of OCDS. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String publisher;

    public String licence;
    public String timezone = "UTC";
    public String defaultCurrency;
    public String country;
    public String language;

    /** Addresses of what its packages add to OCDS. */
    public String[] extensions = {};

    public long rv = 1;
    public Instant createdAt;
    public Instant updatedAt;

    public ZoneId zone() {
        return ZoneId.of(timezone);
    }

    /** What the rows of its tenders take from it. */
    public SourceFacts facts() {
        return new SourceFacts(zone(), defaultCurrency, country);
    }
}
