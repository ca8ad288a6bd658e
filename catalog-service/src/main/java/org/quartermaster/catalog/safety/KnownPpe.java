package org.quartermaster.catalog.safety;

import java.util.List;

/** A kind of protective equipment as it is kept. */
record KnownPpe(String code, String name, List<String> oshaSections) {}
