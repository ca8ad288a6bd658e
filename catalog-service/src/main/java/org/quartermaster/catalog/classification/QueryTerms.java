package org.quartermaster.catalog.classification;

/** A text in both ways of comparing. */
record QueryTerms(TermVector phrases, TermVector parts) {}
