package org.quartermaster.catalog.customer;

import java.math.BigDecimal;
import java.time.Instant;

/** A customer as events tell of it: without notes, phone and addresses, which are for the tenant alone. */
record ToldCustomer(
        long id,
        String code,
        String name,
        String companyName,
        String email,
        String industry,
        CustomerType customerType,
        BigDecimal creditLimit,
        String paymentTerms,
        PreferredContact preferredContact,
        Long customerGroupId,
        String currency,
        String taxId,
        String language,
        Instant deletedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ToldCustomer of(CustomerView view) {
        return new ToldCustomer(
                view.id(),
                view.code(),
                view.name(),
                view.companyName(),
                view.email(),
                view.industry(),
                view.customerType(),
                view.creditLimit(),
                view.paymentTerms(),
                view.preferredContact(),
                view.customerGroupId(),
                view.currency(),
                view.taxId(),
                view.language(),
                view.deletedAt(),
                view.createdAt(),
                view.updatedAt(),
                view.version());
    }
}
