package org.quartermaster.catalog.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.catalog.row.VersionedRow;

/** A row of {@code catalog.customer}. */
final class CustomerRow extends VersionedRow {
    public String code;
    public String name;
    public String companyName;
    public String email;
    public String phone;
    public String address;
    public String industry;
    public String customerType;
    public BigDecimal creditLimit;
    public String paymentTerms;
    public String preferredContact;
    public String notes;
    public Long customerGroupId;
    public String currency;
    public String taxId;
    public String language;
    public Instant deletedAt;

    /** They stand in a table of their own. */
    List<CustomerAddress> addresses = List.of();
}
