package org.quartermaster.catalog.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code on the way from the top to another one. */
@Schema(name = "ClassPathStep")
public record PathStep(String code, String title) {}
