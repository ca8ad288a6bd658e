package org.quartermaster.catalog.etim;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another word for a class. */
@Schema(name = "EtimSynonym")
record EtimSynonymView(String synonym, String language) {}
