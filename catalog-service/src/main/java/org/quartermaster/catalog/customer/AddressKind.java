package org.quartermaster.catalog.customer;

/** What an address is for. */
enum AddressKind {
    BILLING,
    SHIPPING
}
