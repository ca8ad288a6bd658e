package org.quartermaster.platform.rest;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;

/**
 * A form with texts and at most one file, in its part {@code file}.
 *
 * @param file null where none was sent
 */
public record FileForm(MultivaluedMap<String, String> texts, FormValue file) {
    private static final String FILE = "file";

    /** Sorts the parts of a form; 422 for a second file, or one under another name. */
    public static FileForm of(MultipartFormDataInput input) {
        var texts = new MultivaluedHashMap<String, String>();
        FormValue file = null;
        for (var part : input.getValues().entrySet()) {
            for (var value : part.getValue()) {
                if (!value.isFileItem()) {
                    texts.add(part.getKey(), value.getValue());
                } else if (part.getKey().equals(FILE) && file == null) {
                    file = value;
                } else {
                    throw Problem.invalid(part.getKey(), ProblemType.UNKNOWN_FIELD.code());
                }
            }
        }
        return new FileForm(texts, file);
    }

    /** The texts; what is wrong with the file is noted there too. */
    public Fields fields() {
        return Fields.ofForm(texts);
    }

    /** Notes {@code missing} where no file was sent, {@code empty_file} where it has no bytes. */
    public void requireFile(Fields fields) {
        if (file == null) {
            fields.error(FILE, "missing");
        } else if (size() == 0) {
            fields.error(FILE, "empty_file");
        }
    }

    /** Bytes of the file. */
    public long size() {
        try {
            return file.getFileItem().getFileSize();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file's bytes; for threads that may block. */
    public InputStream open() throws IOException {
        return file.getFileItem().getInputStream();
    }

    /**
     * What the client calls the file, cut to so many characters; null where it does not say. NB: some clients send the
     * whole path; and a control character could break a header that carries the name.
     */
    public String name(int most) {
        if (file.getFileName() == null) {
            return null;
        }
        var name = file.getFileName()
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cc}", "")
                .strip();
        return name.isEmpty() ? null : name.substring(0, Math.min(name.length(), most));
    }
}
