package org.quartermaster.catalog.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** A form with a file and how it is to be imported. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReferenceImportForm")
record ReferenceForm(
        @Schema(implementation = String.class, format = "binary", required = true)
        FileItem file,

        Boolean dryRun,
        Boolean atomic,
        Boolean full,
        String release) {

    static FormFile<ImportOptions> read(MultipartFormDataInput input) {
        return FormFile.read(input, ImportOptions::read);
    }
}
