package org.quartermaster.vehicle.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

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
    private static final String FILE = "file";

    /** 422 for other parts, no file, or an empty one; 413 above 10 MiB. */
    static DocumentForm of(MultipartFormDataInput input) {
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
        return of(Fields.ofQuery(texts), file);
    }

    private static DocumentForm of(Fields fields, FormValue file) {
        fields.require("kind");
        var kind = fields.word("kind", DocumentKind.class).value();
        if (file == null) {
            fields.error(FILE, "missing");
        } else if (size(file.getFileItem()) == 0) {
            fields.error(FILE, "empty_file");
        }
        fields.checkStrictly();
        if (size(file.getFileItem()) > MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new DocumentForm(file.getFileItem(), kind, name(file.getFileName()));
    }

    private static long size(FileItem file) {
        try {
            return file.getFileSize();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** NB: some clients send the whole path; and a control character could break a header that carries the name. */
    private static String name(String given) {
        if (given == null) {
            return null;
        }
        var name = given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "").strip();
        return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), MAX_NAME));
    }
}
