package org.quartermaster.catalog.reference;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.FileForm;

/** The file of a form and what is asked beside it. */
public record FormFile<T>(FileForm form, T options) {

    /** Reads a form; 422 for parts that nobody asked for, or without a file. */
    public static <T> FormFile<T> read(MultipartFormDataInput input, Function<Fields, T> asked) {
        var form = FileForm.of(input);
        var fields = form.fields();
        var options = asked.apply(fields);
        if (form.file() == null) {
            fields.error("file", "missing");
        }
        fields.checkStrictly();
        return new FormFile<>(form, options);
    }

    public InputStream open() throws IOException {
        return form.open();
    }
}
