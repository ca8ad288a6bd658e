package org.quartermaster.catalog.rfp;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.rest.Fields;

/** A form with one file and what is said of it; the record shows its parts, its methods read them. */
record RfpForm(
        @Schema(implementation = String.class, format = "binary", required = true)
        FileItem file,

        String clientName,
        Long customerId,
        String currency,
        LocalDate deadline,
        Boolean allowDuplicate) {
    private static final String FILE = "file";
    private static final int MAX_NAME = 300;

    /** What a form holds: its texts, and the file with its name. */
    record Parts(MultivaluedHashMap<String, String> texts, byte[] content, String name) {
        NewRfp rfp() {
            return NewRfp.ofFile(Fields.ofQuery(texts), content, name);
        }

        /** What makes two forms the same. */
        InputStream identity() {
            var said = (name + "\n" + texts).getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(
                    new ByteArrayInputStream(said), new ByteArrayInputStream(content == null ? new byte[0] : content));
        }
    }

    /** 422 for a second file, or one under another name. */
    static Parts read(MultipartFormDataInput input) throws IOException {
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
        return file == null ? new Parts(texts, null, null) : new Parts(texts, bytes(file), name(file.getFileName()));
    }

    private static byte[] bytes(FormValue file) throws IOException {
        try (var content = file.getFileItem().getInputStream()) {
            return content.readAllBytes();
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
