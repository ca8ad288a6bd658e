package org.quartermaster.vehicle.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.FileForm;

/**
 * A form with one file and its kind.
 *
 * @param name what the client calls the file, without folders
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentForm(
        @Schema(implementation = String.class, format = "binary", maxLength = MAX_BYTES, required = true)
        FileItem file,

        @Schema(required = true) DocumentKind kind,
        @Schema(hidden = true) String name) {
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_NAME = 255;

    /** 422 for other parts, no file, or an empty one; 413 above 10 MiB. */
    static DocumentForm of(MultipartFormDataInput input) {
        var form = FileForm.of(input);
        var fields = form.fields();
        fields.require("kind");
        var kind = fields.word("kind", DocumentKind.class).value();
        form.requireFile(fields);
        fields.checkStrictly();
        if (form.size() > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new DocumentForm(form.file().getFileItem(), kind, form.name(MAX_NAME));
    }
}
