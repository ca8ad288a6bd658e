package org.quartermaster.catalog.rfp;

import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.server.multipart.FileItem;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.rest.FileForm;

/** A form with one file and what is said of it; the record shows its parts, its methods read them. */
record RfpForm(
        @Schema(implementation = String.class, format = "binary", required = true)
        FileItem file,

        String clientName,
        Long customerId,
        String currency,
        LocalDate deadline,
        Boolean allowDuplicate) {
    private static final int MAX_NAME = 300;

    /** What a form holds: its texts, and the file with its name. */
    record Parts(MultivaluedMap<String, String> texts, byte[] content, String name) {
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
        var form = FileForm.of(input);
        if (form.file() == null) {
            return new Parts(form.texts(), null, null);
        }
        try (var content = form.open()) {
            return new Parts(form.texts(), content.readAllBytes(), form.name(MAX_NAME));
        }
    }
}
