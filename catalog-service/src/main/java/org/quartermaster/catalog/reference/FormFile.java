package org.quartermaster.catalog.reference;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** The file of a form and what is asked beside it. */
public final class FormFile {
    private static final String FILE = "file";

    private FormFile() {}

    /** The file of a form and the options beside it. */
    public record Given<T>(FileItem file, T options) {
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    /** Reads a form; 422 for parts that nobody asked for, or without a file. */
    public static <T> Given<T> read(MultipartFormDataInput input, Function<Fields, T> asked) {
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
        var options = asked.apply(fields);
        if (file == null) {
            fields.error(FILE, "missing");
        }
        fields.checkStrictly();
        return new Given<>(file.getFileItem(), options);
    }
}
