package org.quartermaster.catalog.safety;

/** A name that a list gives a code. */
record NamedCode(String code, String name) {}
