package org.quartermaster.catalog.quotation;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import org.quartermaster.platform.db.Rows;

/** The head of a quotation; named as the columns are. */
final class Quotation {
    static final String ENTITY = "quotation";

    static final String COLUMNS = """
            q.id, q.rfp_id, q.quotation_number, q.revision, q.is_current, q.customer_id, q.client_name, q.client_email,
            q.project_title, q.subtotal, q.discount_total, q.tax_total, q.total_amount, q.currency, q.status,
            q.valid_until, q.terms_conditions, q.notes, q.created_by, q.sent_date, q.response_date, q.response_note,
            q.priced_at, q.pdf_sha256, q.accepted_by, q.client_reference, q.version, q.created_at, q.updated_at,
            cast(q.backordered as text) as backordered, cast(q.untracked as text) as untracked,
            (select c.minor_units from catalog.currency c where c.code = q.currency) as minor_units,
            (select max(r.id) from catalog.stockreservation r
              where r.tenant_id = q.tenant_id and r.quotation_id = q.id) as reservation_id\
            """;

    private static final Rows<Quotation> ROWS = Rows.of(Quotation.class, Quotation::new);

    long id;
    Long rfpId;
    String quotationNumber;
    int revision = 1;
    boolean isCurrent = true;
    Long customerId;
    String clientName;
    String clientEmail;
    String projectTitle;
    BigDecimal subtotal = BigDecimal.ZERO;
    BigDecimal discountTotal = BigDecimal.ZERO;
    BigDecimal taxTotal = BigDecimal.ZERO;
    BigDecimal totalAmount = BigDecimal.ZERO;
    String currency;
    QuotationStatus status = QuotationStatus.DRAFT;
    Instant validUntil;

    /** The frozen lines as JSON text; null where they were not read. */
    String lineItems;

    String termsConditions;
    String notes;
    String createdBy;
    Instant sentDate;
    Instant responseDate;
    String responseNote;
    Instant pricedAt;
    byte[] pdfSha256;
    String acceptedBy;
    String clientReference;
    String backordered = "[]";
    String untracked = "[]";
    int version = 1;
    Instant createdAt;
    Instant updatedAt;

    /** Decimals of its currency. */
    int minorUnits;

    /** The newest reservation made for it, or null. */
    Long reservationId;

    static Quotation read(Row row) {
        return ROWS.read(row);
    }

    /** NB: a draft shows its items as they are; the frozen lines are those that were sent. */
    boolean isFrozen() {
        return sentDate != null;
    }

    /** Sets the four sums; an item without price or tax adds nothing. */
    void add(Totals totals) {
        subtotal = totals.subtotal();
        discountTotal = totals.discount();
        taxTotal = totals.tax();
        totalAmount = totals.total();
    }
}
