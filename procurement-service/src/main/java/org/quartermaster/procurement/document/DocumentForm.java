package org.quartermaster.procurement.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.FileForm;

/**
 * A form with one file, and what is said of it.
 *
 * @param name what the client calls the file, without folders
 * @param size of the file in bytes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentForm(
        @Schema(implementation = String.class, format = "binary", required = true)
        FileItem file,

        String docType,
        String language,
        @Schema(hidden = true) String name,
        @Schema(hidden = true) long size) {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MAX_TYPE = 100;
    private static final int MAX_NAME = 500;
    private static final int MAX_LANGUAGE = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");

    /** 422 for other parts, no file, or an empty one; 413 for one that is larger. */
    static DocumentForm of(MultipartFormDataInput input, int mostMebibytes) {
        var form = FileForm.of(input);
        var fields = form.fields();
        var type = fields.text("doc_type", 0, MAX_TYPE).value();
        var language = fields.text("language", 0, MAX_LANGUAGE).value();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            fields.error("language", "string_pattern", LANGUAGE.pattern());
        }
        form.requireFile(fields);
        fields.checkStrictly();
        if (form.size() > mostMebibytes * MEBIBYTE) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new DocumentForm(form.file().getFileItem(), type, language, form.name(MAX_NAME), form.size());
    }

    NewDocument document() {
        return new NewDocument(name, docType, language, size, file::getInputStream);
    }

    /** What makes two uploads the same beside the bytes. */
    String identity() {
        return name + "\n" + docType + "\n" + language + "\n";
    }
}
