package org.quartermaster.catalog.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

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
    private static final String FILE = "file";

    /** The file of a form and the options beside it; 422 for other parts, or without a file. */
    record Given(FileItem file, ImportOptions options) {
        InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    static Given read(MultipartFormDataInput input) {
        var texts = new MultivaluedHashMap<String, String>();
        FormValue file = null;
        for (var part : input.getValues().entrySet()) {
            for (var value : part.getValue()) {
                if (!value.isFileItem()) {
                    texts.add(part.getKey(), value.getValue());
                } else if (part.getKey().equals(FILE) && file == null) {
                    file = value;
                } else {
                    throw Problem.invalid(part.getKey(), "unknown_field");
                }
            }
        }
        var fields = Fields.ofQuery(texts);
        var options = ImportOptions.read(fields);
        if (file == null) {
            fields.error(FILE, "missing");
        }
        fields.checkStrictly();
        return new Given(file.getFileItem(), options);
    }
}
