package org.quartermaster.procurement.tender;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What is searched of one contracting process; written by the merge of releases alone, never by the session. */
@Entity
@Table(schema = "procurement", name = "tenders")
public class Tender {
    @Id
    public String tenderId;

    public String ocid;
    public UUID processId;
    public String sourceId;
    public String sourceReference;
    public String sourceUrl;
    public String title;
    public String description;

    /** The publisher's words. */
    public String category;

    public String mainCategory;
    public String procuringEntity;
    public UUID buyerEntityId;
    public String procedure;
    public String procedureDetails;

    /** As it was published, where it is read as an entity; {@link TenderSql#COLUMNS} gives the effective one. */
    public String status;

    public String ocdsStatus;
    public Instant publicationDate;
    public Instant openingDate;
    public Instant closingDate;
    public BigDecimal estimatedValue;
    public String estimatedCurrency;
    public BigDecimal actualValue;
    public String actualCurrency;

    @Column(insertable = false, updatable = false)
    public BigDecimal estimatedValueMkd;

    @Column(insertable = false, updatable = false)
    public BigDecimal estimatedValueEur;

    @Column(insertable = false, updatable = false)
    public BigDecimal actualValueMkd;

    @Column(insertable = false, updatable = false)
    public BigDecimal actualValueEur;

    /** The main one, as it was published. */
    public String cpvCode;

    /** All of them, in 8 digits. */
    public String[] cpvCodes;

    public String winner;
    public String language;
    public String country;
    public int lotsCount;
    public int documentsCount;
    public int materialVersion;
    public Instant lastReleaseDate;

    /** When a source was last read for it. */
    public Instant scrapedAt;

    public Instant deletedAt;
    public long rv;
    public Instant createdAt;
    public Instant updatedAt;

    /** Whether its ocid is used for several buyers; stands with the process. */
    @Transient
    public boolean welded;
}
