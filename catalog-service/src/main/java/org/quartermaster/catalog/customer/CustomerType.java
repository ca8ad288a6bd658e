package org.quartermaster.catalog.customer;

/** How far it has come with a customer. */
enum CustomerType {
    PROSPECT,
    ACTIVE,
    INACTIVE
}
