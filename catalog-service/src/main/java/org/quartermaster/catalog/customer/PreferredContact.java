package org.quartermaster.catalog.customer;

/** How a customer wants to be reached. */
enum PreferredContact {
    EMAIL,
    PHONE,
    BOTH
}
