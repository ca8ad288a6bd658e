package org.quartermaster.catalog.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.rest.Versioned;

/** A customer as the API shows it. */
record CustomerView(
        long id,
        String code,
        String name,
        String companyName,
        String email,
        String phone,
        String address,
        String industry,
        CustomerType customerType,
        BigDecimal creditLimit,
        String paymentTerms,
        PreferredContact preferredContact,
        String notes,
        Long customerGroupId,
        String currency,
        String taxId,
        String language,
        List<CustomerAddress> addresses,
        Instant deletedAt,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    static CustomerView of(CustomerRow row) {
        return new CustomerView(
                row.id,
                row.code,
                row.name,
                row.companyName,
                row.email,
                row.phone,
                row.address,
                row.industry,
                Words.find(CustomerType.class, row.customerType).orElseThrow(),
                row.creditLimit,
                row.paymentTerms,
                Words.find(PreferredContact.class, row.preferredContact).orElseThrow(),
                row.notes,
                row.customerGroupId,
                row.currency,
                row.taxId,
                row.language,
                row.addresses,
                row.deletedAt,
                row.createdAt,
                row.updatedAt,
                row.version);
    }
}
