package org.quartermaster.procurement.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.platform.rest.Fields;

/**
 * A form with one file, and what is said of it.
 *
 * @param name what the client calls the file, without folders
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentForm(
        @Schema(implementation = String.class, format = "binary", required = true)
        FileItem file,

        String docType,
        String language,
        @Schema(hidden = true) String name) {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MAX_TYPE = 100;
    private static final int MAX_NAME = 500;
    private static final int MAX_LANGUAGE = 35;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*");
    private static final String FILE = "file";

    /** 422 for other parts, no file, or an empty one; 413 for one that is larger. */
    static DocumentForm of(MultipartFormDataInput input, int mostMebibytes) {
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
        return of(Fields.ofQuery(texts), file, mostMebibytes * MEBIBYTE);
    }

    private static DocumentForm of(Fields fields, FormValue file, long most) {
        var type = fields.text("doc_type", 0, MAX_TYPE).value();
        var language = fields.text("language", 0, MAX_LANGUAGE).value();
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            fields.error("language", "string_pattern", LANGUAGE.pattern());
        }
        if (file == null) {
            fields.error(FILE, "missing");
        } else if (size(file.getFileItem()) == 0) {
            fields.error(FILE, "empty_file");
        }
        fields.checkStrictly();
        if (size(file.getFileItem()) > most) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        return new DocumentForm(file.getFileItem(), type, language, name(file.getFileName()));
    }

    private static long size(FileItem file) {
        try {
            return file.getFileSize();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    NewDocument document() {
        return new NewDocument(name, docType, language, size(file), file::getInputStream);
    }

    /** What makes two uploads the same beside the bytes. */
    String identity() {
        return name + "\n" + docType + "\n" + language + "\n";
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
